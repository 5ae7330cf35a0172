package org.randot.commitments.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.ExchangeRate;
import org.randot.commitments.reference.ExchangeRates;

/**
 * A value of a state as others may read it.
 *
 * @param measure empty where the indicator has only one
 * @param breakdown a disaggregation, {@code part} its group; both empty for the value itself
 * @param period a year; 0 for the cycle
 * @param value exact; null has a {@code reason}
 * @param version from 1; later ones are revised
 * @param rate to tell an amount in US dollars beside it; null where there is none or nothing to convert
 */
public record IndicatorValue(
        String state,
        String measure,
        String breakdown,
        String part,
        int period,
        @Nullable BigDecimal value,
        @Nullable String reason,
        @Nullable String currency,
        String qualifier,
        String sourceKind,
        String source,
        String coverage,
        int version,
        @Nullable ExchangeRate rate) {
    static IndicatorValue of(ValueRepository.Kept kept, ExchangeRates rates) {
        Slot slot = kept.slot();
        Outcome outcome = kept.outcome();
        return new IndicatorValue(
                kept.state(),
                slot.measure(),
                slot.breakdown(),
                slot.part(),
                slot.period(),
                outcome.value(),
                outcome.reason(),
                outcome.currency(),
                kept.qualifier(),
                kept.source().kind(),
                kept.source().text(),
                kept.source().coverage(),
                kept.version(),
                outcome.value() == null || outcome.currency() == null
                        ? null
                        : rates.of(outcome.currency(), slot.period())
                                .map(ExchangeRate::withoutPerson)
                                .orElse(null));
    }
}

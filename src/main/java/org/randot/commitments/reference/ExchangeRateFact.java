package org.randot.commitments.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Fact;

/**
 * A rate was entered or changed: amounts are told in US dollars by it from now on.
 *
 * @param before what it was; null where there was none
 */
public record ExchangeRateFact(
        String currency, int year, @Nullable BigDecimal before, BigDecimal now, LocalDate asOf, String source)
        implements Fact {
    @Override
    public String subject() {
        return currency + "/" + year;
    }

    @Override
    public String state() {
        return "";
    }

    @Override
    public String act() {
        return "EXCHANGE_RATE_SET";
    }
}

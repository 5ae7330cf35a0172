package org.randot.commitments.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure that is public, with its source. Never a submission.
 *
 * @param id of the row it comes from, {@code D01}; one row may give several figures
 * @param state empty where it is of an {@code area}, a message key
 * @param starts first day of its period, null where the source does not say
 * @param field the field that asks the same, {@code C1.S4.submitted}, or the stage it is context of; may be empty
 * @param indicator an indicator it belongs to without a field; may be empty
 * @param noData why there is no figure, empty where there is one
 * @param context to be seen beside values, never one itself
 * @param sourceKind whose figure it is: {@code INTERNATIONAL_OFFICIAL} or {@code NATIONAL_OFFICIAL}
 * @param caveat message key, empty for none
 */
public record PublicFigure(
        String id,
        int part,
        String state,
        String area,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        String field,
        String indicator,
        @Nullable BigDecimal value,
        String noData,
        String unit,
        String currency,
        String qualifier,
        String coverage,
        boolean context,
        String sourceKind,
        String source,
        String address,
        String caveat) {

    /** Whether it is of this calendar year alone; a part of it is marked PARTIAL. */
    public boolean isOf(int year) {
        return starts != null
                && ends != null
                && starts.getYear() == year
                && ends.getYear() == year
                && (coverage.equals(Source.PARTIAL)
                        || starts.getDayOfYear() == 1 && ends.equals(LocalDate.of(year, 12, 31)));
    }

    /**
     * The figure as an answer for one year.
     *
     * @throws PeriodMismatch for figures of several years, of parts of two, or without a period
     */
    BigDecimal valueFor(int year) {
        if (context || value == null || !isOf(year)) {
            throw new PeriodMismatch(year);
        }
        return value;
    }

    PublicFigure withoutValue(String why) {
        return new PublicFigure(
                id,
                part,
                state,
                area,
                starts,
                ends,
                field,
                indicator,
                null,
                why,
                unit,
                currency,
                qualifier,
                coverage,
                context,
                sourceKind,
                source,
                address,
                caveat);
    }

    /** The code of the commitment it belongs to. */
    public String commitment() {
        String code = field.isEmpty() ? indicator : field;
        int end = code.indexOf(field.isEmpty() ? '-' : '.');
        return end < 0 ? code : code.substring(0, end);
    }
}

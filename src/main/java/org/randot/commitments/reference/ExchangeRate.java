package org.randot.commitments.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a US dollar cost in a currency.
 *
 * @param year of the amounts it is for
 * @param asOf the day it was valid, or the last day of the period of which it is the average
 * @param source where it was looked up
 * @param version to be given back with a change
 * @param changedBy empty where it is not told
 */
public record ExchangeRate(
        String currency,
        int year,
        BigDecimal unitsPerUsd,
        LocalDate asOf,
        String source,
        int version,
        String changedBy,
        Instant changedAt) {
    /** To the cent; the amount itself stays as it is. */
    public BigDecimal toUsd(BigDecimal amount) {
        return amount.divide(unitsPerUsd, 2, RoundingMode.HALF_UP);
    }

    /** The same for those whose business it is not who entered it. */
    public ExchangeRate withoutPerson() {
        return new ExchangeRate(currency, year, unitsPerUsd, asOf, source, version, "", changedAt);
    }
}

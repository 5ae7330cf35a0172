package org.randot.commitments.reference;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What somebody found.
 *
 * @param version that the person saw; 0 for a rate that is not there yet
 */
public record SetExchangeRate(
        String currency, int year, BigDecimal unitsPerUsd, LocalDate asOf, String source, int version) {}

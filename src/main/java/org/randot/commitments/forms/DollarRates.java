package org.randot.commitments.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What a US dollar cost, for telling an amount in dollars beside its own currency; never in its place (domain.md 5.7). */
@FunctionalInterface
public interface DollarRates {
    Optional<Rate> of(String currency, int year);

    /** @param source where it was looked up, and {@code asOf} of which day it is */
    record Rate(BigDecimal unitsPerUsd, LocalDate asOf, String source) {}

    /** Where nothing is converted. */
    static DollarRates none() {
        return (currency, year) -> Optional.empty();
    }
}

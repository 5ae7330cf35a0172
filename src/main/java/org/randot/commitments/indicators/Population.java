package org.randot.commitments.indicators;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inhabitants by state and year (reference data). */
@Component
class Population {
    private final JdbcClient jdbc;

    Population(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BigDecimal> of(String state, int year) {
        return jdbc.sql("select persons from population where state = :state and year = :year")
                .param("state", state)
                .param("year", year)
                .query(BigDecimal.class)
                .optional();
    }
}

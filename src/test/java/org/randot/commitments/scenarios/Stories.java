package org.randot.commitments.scenarios;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.TestCycles;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.ChangeTreatyStatus;
import org.randot.commitments.reference.Instrument;
import org.randot.commitments.reference.Standing;
import org.randot.commitments.reference.Treaties;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins each scenario in a cycle of its own, with the calendar of the demonstration, so that no scenario meets another. */
@IntegrationTest
abstract class Stories {
    /** A Monday; the cycle lies ahead. */
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 3, 3);

    /** Of a yearly commitment a scenario lives through this year; those after it wait. */
    static final int FIRST_YEAR = 2024;

    private static final Instant BEGINNING = Instant.parse("2025-03-03T13:00:00Z");
    private static final List<String> STATES = List.of(
            "ARG", "ATG", "BHS", "BOL", "BRA", "CAN", "CHL", "COL", "DMA", "ECU", "GRD", "HTI", "MEX", "PER", "USA");
    private static final AtomicInteger BEGUN = new AtomicInteger();

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final List<Drive> told = new ArrayList<>();

    /** One state, another in each scenario. */
    Drive launched(Commitment commitment) {
        String state = STATES.get(BEGUN.getAndIncrement() % STATES.size());
        return launched(commitment, state).get(0);
    }

    /** Several states in one cycle. */
    List<Drive> launched(Commitment commitment, String... states) {
        bean(MovableClock.class).moveTo(BEGINNING);
        String cycle = TestCycles.begin(jdbc);
        Cast cast = new Cast(bean(People.class), states[0]);
        bean(CurrentActor.class)
                .runAs(
                        cast.administrator(),
                        () -> bean(Launches.class).launch(cycle, List.of(states), List.of(commitment.code())));
        bean(Launches.class).finish();
        List<Drive> begun = Arrays.stream(states)
                .map(state -> new Drive(
                        context,
                        commitment,
                        new UndertakingKey(cycle, state, commitment.code(), commitment.yearly() ? FIRST_YEAR : null),
                        new Cast(bean(People.class), state)))
                .toList();
        begun.get(0).now();
        told.addAll(begun);
        return begun;
    }

    /** What is still waiting would wake up in the next scenario. */
    @AfterEach
    void endWhatStillRuns() {
        told.stream().flatMap(Drive::withTheOtherYears).forEach(Drive::isAbandoned);
    }

    /** What an administrator finds in a treaty register. */
    void stands(String state, Instrument instrument, Standing standing) {
        Cast cast = new Cast(bean(People.class), state);
        bean(CurrentActor.class).callAs(cast.administrator(), () -> {
            Treaties treaties = bean(Treaties.class);
            return treaties.change(
                    new ChangeTreatyStatus(
                            state,
                            instrument,
                            standing,
                            LocalDate.of(2004, 1, 1),
                            "",
                            "https://treaties.example.org",
                            treaties.of(state, instrument).version()),
                    "administrator");
        });
    }

    /** Reads rows of every state. */
    <T> List<T> rows(Class<T> type, String sql, Object... parameters) {
        return DataScope.SYSTEM.call(() -> inTransaction(sql, type, parameters));
    }

    long count(String sql, Object... parameters) {
        return rows(Long.class, sql, parameters).get(0);
    }

    <T> List<T> inTransaction(String sql, Class<T> type, Object... parameters) {
        List<T> found = transaction.execute(
                status -> jdbc.sql(sql).params(parameters).query(type).list());
        return found == null ? List.of() : found;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}

package org.randot.commitments;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cycles for tests, with the calendar of the demonstration. What lives in a cycle of its own meets no other test, and no test moves its dates. */
public final class TestCycles {
    public static final LocalDate MEETING = LocalDate.of(2026, 10, 15);

    private static final LocalDate ADOPTION = LocalDate.of(2024, 4, 9);
    private static final AtomicInteger BEGUN = new AtomicInteger();

    private TestCycles() {}

    /** Not the current one: only those who name it see it. */
    public static String begin(JdbcClient jdbc) {
        String code = "TEST-" + BEGUN.incrementAndGet();
        jdbc.sql(
                        "insert into cycle (code, adoption_date, meeting_date, placeholder, state) values (?, ?, ?, true, 'CLOSED')")
                .params(code, ADOPTION, MEETING)
                .update();
        return code;
    }
}

package org.randot.commitments.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.DataScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** A word, a step and an ear for the test processes of this module. */
class Bell implements Word {
    static final Duration AFTER = Duration.ofDays(3);
    final List<StepContext> rung = new ArrayList<>();
    final List<EngineFact> heard = new ArrayList<>();
    final List<DataScope> scopes = new ArrayList<>();

    @Nullable
    RuntimeException throwOnNext;

    private final Clock clock;

    Bell(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String word() {
        return "bell";
    }

    @Callable
    Date rings(StepContext here) {
        rung.add(here);
        return Date.from(clock.instant().plus(AFTER));
    }

    @Callable
    List<Integer> years() {
        return List.of(2025, 2026);
    }

    @Callable
    Date on(StepContext here, String period) {
        rung.add(here);
        return Date.from(clock.instant().plus(Period.parse(period).getDays(), ChronoUnit.DAYS));
    }

    /** Not published: models may not call it. */
    public String secret() {
        return "secret";
    }

    @EventListener
    void hear(EngineFact fact) {
        heard.add(fact);
        scopes.add(DataScope.current());
        RuntimeException due = throwOnNext;
        if (due != null) {
            throwOnNext = null;
            throw due;
        }
    }

    void silence() {
        rung.clear();
        heard.clear();
        scopes.clear();
        throwOnNext = null;
    }

    static class Steps {
        @Bean
        Step ringBell(Bell bell) {
            return bell.rung::add;
        }
    }
}

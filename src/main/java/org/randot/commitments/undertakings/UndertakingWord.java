package org.randot.commitments.undertakings;

import java.util.List;
import org.randot.commitments.engine.StepContext;
import org.randot.commitments.engine.Word;
import org.randot.commitments.reference.Cycles;
import org.springframework.stereotype.Component;

/** {@code undertaking} in models: whose it is and which years it reports on. */
@Component
class UndertakingWord implements Word {
    private final Cycles cycles;

    UndertakingWord(Cycles cycles) {
        this.cycles = cycles;
    }

    @Override
    public String word() {
        return "undertaking";
    }

    /** The calendar years of a yearly stage (domain.md 3.2). */
    @Callable
    public List<Integer> reportingYears(StepContext here) {
        return cycles.get(key(here).cycle()).reportingYears();
    }

    /** Candidate group of the state's coordinators. */
    @Callable
    public String coordinators(StepContext here) {
        return "coordinators-" + key(here).state();
    }

    @Callable
    public String reviewers(StepContext here) {
        return "reviewers-" + key(here).cycle();
    }

    @Callable
    public String secretariat(StepContext here) {
        return "secretariat-" + key(here).cycle();
    }

    private static UndertakingKey key(StepContext here) {
        return UndertakingKey.parse(here.undertaking());
    }
}

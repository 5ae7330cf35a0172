package org.randot.commitments.review;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.Role;
import org.randot.commitments.review.ReviewView.Assignment;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reviews whom: one primary and one second reviewer per state and commitment, named by the chair (domain.md 1.4 c). */
@ModuleApi
public class Reviewers {
    private final JdbcClient jdbc;
    private final People people;
    private final CurrentActor actors;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Reviewers(JdbcClient jdbc, People people, CurrentActor actors, ApplicationEventPublisher facts, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.actors = actors;
        this.facts = facts;
        this.clock = clock;
    }

    public Assignment of(String state, String commitment) {
        return jdbc.sql("select primary_reviewer, second_reviewer, binding from reviewer_assignment"
                        + " where state = :state and commitment = :commitment")
                .param("state", state)
                .param("commitment", commitment)
                .query((row, n) -> new Assignment(
                        row.getObject("primary_reviewer", UUID.class),
                        row.getObject("second_reviewer", UUID.class),
                        row.getBoolean("binding")))
                .optional()
                .orElse(Assignment.ANYBODY);
    }

    /** Reviewers who may be assigned to a state: never those whom it nominated. */
    public List<Actor> eligible(String state) {
        return people.with(Role.CHS_REVIEWER, Optional.empty()).stream()
                .filter(person -> !isConcernedBy(person, state))
                .toList();
    }

    /** The chair, or the secretariat for the chair, names who reviews a state's commitment from now on; for those who are new, open reviews begin again. */
    public void assign(String state, String commitment, UUID primary, @Nullable UUID second) {
        Actor chair = actors.get();
        if (!chair.isAny(Role.CHS_CHAIR, Role.TECHNICAL_SECRETARIAT)) {
            throw new Forbidden();
        }
        List<UUID> eligible = eligible(state).stream().map(Actor::id).toList();
        if (!eligible.contains(primary) || primary.equals(second) || (second != null && !eligible.contains(second))) {
            throw new AssignmentUnfit();
        }
        Assignment before = of(state, commitment);
        save(state, commitment, new Assignment(primary, second), chair);
        facts.publishEvent(new ReviewersNamed(state, commitment, primary, second, before));
    }

    private void save(String state, String commitment, Assignment named, Actor by) {
        jdbc.sql("""
                insert into reviewer_assignment (state, commitment, primary_reviewer, second_reviewer, assigned_by, assigned_at)
                values (:state, :commitment, :primary, :second, :by, :at)
                on conflict (state, commitment) do update set primary_reviewer = excluded.primary_reviewer,
                    second_reviewer = excluded.second_reviewer, assigned_by = excluded.assigned_by,
                    assigned_at = excluded.assigned_at, binding = true
                """)
                .param("state", state)
                .param("commitment", commitment)
                .param("primary", named.primary())
                .param("second", named.second())
                .param("by", by.id())
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    /**
     * Where nobody is named yet: a primary and a second reviewer by turns, each the one with the fewest states so far, by username where
     * several have as few, and of two states where that can be. The same past gives the same choice.
     */
    void assignByTurns(String state, String commitment) {
        List<Actor> eligible = eligible(state);
        if (eligible.isEmpty() || of(state, commitment).primary() != null) {
            return;
        }
        Map<UUID, Integer> asPrimary = turns("primary_reviewer");
        Map<UUID, Integer> asSecond = turns("second_reviewer");
        Actor primary = eligible.stream()
                .min(fewest(asPrimary).thenComparing(fewest(asSecond)).thenComparing(Actor::username))
                .orElseThrow();
        Optional<Actor> second = eligible.stream()
                .filter(person -> !person.equals(primary))
                .min(Comparator.<Actor, Boolean>comparing(person -> Objects.equals(person.state(), primary.state()))
                        .thenComparing(fewest(asSecond))
                        .thenComparing(fewest(asPrimary))
                        .thenComparing(Actor::username));
        jdbc.sql(
                        "insert into reviewer_assignment (state, commitment, primary_reviewer, second_reviewer, assigned_by, assigned_at,"
                                + " binding) values (:state, :commitment, :primary, :second, :by, :at, false) on conflict do nothing")
                .param("state", state)
                .param("commitment", commitment)
                .param("primary", primary.id())
                .param("second", second.map(Actor::id).orElse(null))
                .param("by", Actor.SYSTEM.id())
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private static Comparator<Actor> fewest(Map<UUID, Integer> turns) {
        return Comparator.comparing(person -> turns.getOrDefault(person.id(), 0));
    }

    private Map<UUID, Integer> turns(String column) {
        String sql = column.equals("primary_reviewer")
                ? "select primary_reviewer as person, count(*) as n from reviewer_assignment group by primary_reviewer"
                : "select second_reviewer as person, count(*) as n from reviewer_assignment"
                        + " where second_reviewer is not null group by second_reviewer";
        Map<UUID, Integer> turns = new HashMap<>();
        jdbc.sql(sql).query(row -> {
            turns.put(row.getObject("person", UUID.class), row.getInt("n"));
        });
        return turns;
    }

    /** Whether the state ever nominated the person, or the person belongs to it now. */
    boolean isConcernedBy(Actor person, String state) {
        return state.equals(person.state()) || people.wasEverNominatedBy(person.id(), state);
    }
}

package org.randot.commitments.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.review.ReviewView.Assignment;
import org.randot.commitments.shared.DataScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where the chair has named nobody, the work goes round (docs/reminders.md, turns of reviewers). */
@IntegrationTest
class ReviewerTurnsTests {
    private static final String STATE = "BRA";

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Actor own = Actor.SYSTEM;

    @BeforeEach
    void threeReviewersOfTwoStates() {
        RiverPatrols people = beans.createBean(RiverPatrols.class);
        people.person(Role.CHS_REVIEWER, "CAN");
        people.person(Role.CHS_REVIEWER, "CAN");
        people.person(Role.CHS_REVIEWER, "MEX");
        own = people.person(Role.CHS_REVIEWER, STATE);
    }

    @AfterEach
    void forget() {
        DataScope.SYSTEM.run(() -> transaction.executeWithoutResult(
                status -> jdbc.sql("delete from reviewer_assignment where commitment like 'turn %'")
                        .update()));
    }

    @Test
    void goesRoundAndNeverToTheOwnState_whenNobodyIsNamed() {
        // when
        int rounds = 3 * reviewers.eligible(STATE).size();
        List<Assignment> turns =
                IntStream.range(0, rounds).mapToObj(this::nextTurn).toList();
        // then everybody who may review had as many turns as those before left to make up
        Map<UUID, Integer> times = new HashMap<>();
        turns.forEach(turn -> times.merge(Objects.requireNonNull(turn.primary()), 1, Integer::sum));
        List<UUID> eligible = reviewers.eligible(STATE).stream().map(Actor::id).toList();
        assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(eligible).doesNotContain(own.id());
        // and the second reviewer is somebody else, of another state
        assertThat(turns).allSatisfy(turn -> {
            assertThat(turn.binding()).isFalse();
            assertThat(stateOf(turn.second())).isNotEqualTo(stateOf(turn.primary()));
        });
    }

    @Test
    void staysWithWhomTheTurnFell_whenItIsAskedAgain() {
        Assignment first = nextTurn(0);
        assertThat(nextTurn(0)).isEqualTo(first);
    }

    private Assignment nextTurn(int number) {
        String commitment = "turn " + number;
        return DataScope.SYSTEM.call(() -> transaction.execute(status -> {
            reviewers.assignByTurns(STATE, commitment);
            return reviewers.of(STATE, commitment);
        }));
    }

    private String stateOf(@Nullable UUID person) {
        return reviewers.eligible(STATE).stream()
                .filter(each -> each.id().equals(person))
                .map(each -> String.valueOf(each.state()))
                .findFirst()
                .orElseThrow();
    }
}

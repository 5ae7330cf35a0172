package org.randot.commitments.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.undertakings.Mark;

class DecisionRulesTests {
    private static final Set<String> MARKABLE = Set.of("/staff", "/rows", "evidence:1");

    @ParameterizedTest
    @CsvSource({
        "COMPLETENESS, COMPLETE INCOMPLETE",
        "MILESTONE, APPROVE APPROVE_WITH_OBSERVATIONS RETURN",
        "NOT_APPLICABLE, ACCEPT_NOT_APPLICABLE REJECT_NOT_APPLICABLE"
    })
    void takesOnlyDecisionsThatFitTheKind(ReviewKind kind, String fitting) {
        for (Decision decision : Decision.values()) {
            DecideReview command = command(decision.name(), "why", List.of(new Mark("/staff", "?")));
            if (Set.of(fitting.split(" ")).contains(decision.name())) {
                assertThat(DecisionRules.check(command, kind, MARKABLE)).isEqualTo(decision);
            } else {
                assertThatThrownBy(() -> DecisionRules.check(command, kind, MARKABLE))
                        .isInstanceOf(ReviewRefusal.DecisionUnfit.class);
            }
        }
        assertThatThrownBy(() -> DecisionRules.check(command("NONSENSE", "why", List.of()), kind, MARKABLE))
                .isInstanceOf(ReviewRefusal.DecisionUnfit.class);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETENESS, INCOMPLETE",
        "MILESTONE, APPROVE_WITH_OBSERVATIONS",
        "MILESTONE, RETURN",
        "NOT_APPLICABLE, REJECT_NOT_APPLICABLE"
    })
    void needsWords_whenTheStateMustBeToldWhy(ReviewKind kind, String decision) {
        DecideReview wordless = command(decision, "  ", List.of(new Mark("/staff", "?")));
        assertThatThrownBy(() -> DecisionRules.check(wordless, kind, MARKABLE))
                .isInstanceOfSatisfying(
                        ReviewRefusal.TextMissing.class,
                        refused -> assertThat(refused.field()).isEqualTo("text"));
    }

    @Test
    void needsAMark_whenItReturns() {
        DecideReview unmarked = command("RETURN", "Please correct", List.of());
        assertThatThrownBy(() -> DecisionRules.check(unmarked, ReviewKind.MILESTONE, MARKABLE))
                .isInstanceOf(ReviewRefusal.MarksMissing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/staff, true",
        "/rows/2/n, true",
        "evidence:1, true",
        "/other, false",
        "evidence:2, false",
        "staff, false"
    })
    void marksWhatIsInTheSubmission(String field, boolean known) {
        DecideReview marked = command("RETURN", "Please correct", List.of(new Mark(field, "wrong")));
        if (known) {
            assertThat(DecisionRules.check(marked, ReviewKind.MILESTONE, MARKABLE))
                    .isEqualTo(Decision.RETURN);
        } else {
            assertThatThrownBy(() -> DecisionRules.check(marked, ReviewKind.MILESTONE, MARKABLE))
                    .isInstanceOf(ReviewRefusal.MarkUnknown.class);
        }
    }

    @Test
    void refusesMoreThanIsKept() {
        DecideReview endless = command("APPROVE", "x".repeat(8001), List.of());
        assertThatThrownBy(() -> DecisionRules.check(endless, ReviewKind.MILESTONE, MARKABLE))
                .isInstanceOf(ReviewRefusal.TooLong.class);
    }

    private static DecideReview command(String decision, String text, List<Mark> marks) {
        return new DecideReview(Ids.next(), 0, decision, text, marks, Set.of());
    }
}

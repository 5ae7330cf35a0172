package org.randot.commitments.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.randot.commitments.status.CellFacts.StageFacts;
import org.randot.commitments.undertakings.StageStatus;

/** Vectors of domain.md 8.3, up to the plain facts that the decision tables rate. */
class RatingInputsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 2);

    @Test
    void countsTheWeightOfApprovedStages_whenAllAreApplicable() {
        // given: V5, C1 with S1, S2 and all years of S4 approved
        RatingInputs inputs = inputs(
                stage("S1", 10, StageStatus.APPROVED, null),
                stage("S2", 20, StageStatus.APPROVED_WITH_OBSERVATIONS, null),
                stage("S3", 15, StageStatus.OPEN, null),
                year("S4", 2024, 25, StageStatus.APPROVED),
                year("S4", 2025, 25, StageStatus.APPROVED),
                stage("S5", 20, StageStatus.OPEN, null),
                stage("S6", 10, StageStatus.NOT_STARTED, null));
        // then
        assertThat(inputs.progress()).isEqualTo(55.0);
    }

    @Test
    void leavesAYearlyStageOut_whenOneOfItsYearsIsNotApproved() {
        RatingInputs inputs = inputs(
                stage("S1", 10, StageStatus.APPROVED, null),
                year("S4", 2024, 25, StageStatus.APPROVED),
                year("S4", 2025, 25, StageStatus.NOT_STARTED));
        assertThat(inputs.progress()).isEqualTo(10 * 100.0 / 35);
    }

    @Test
    void leavesNotApplicableStagesOutOfBothSums() {
        // given: V6, an optional stage of weight 15 accepted as not applicable
        RatingInputs inputs = inputs(
                stage("S1", 10, StageStatus.APPROVED, null),
                stage("S2", 75, StageStatus.OPEN, null),
                stage("S5", 15, StageStatus.NOT_APPLICABLE, null));
        assertThat(inputs.progress()).isEqualTo(10 * 100.0 / 85);
    }

    @Test
    void isNotOverdue_whenDueToday() {
        RatingInputs inputs = inputs(stage("S1", 100, StageStatus.OPEN, TODAY));
        assertThat(inputs.overdueStages()).isEmpty();
        assertThat(inputs.ofDelivery()).containsEntry("mandatoryOverdueDaysMax", 0);
    }

    @Test
    void countsDaysFromTheNextCalendarDay_whenOverdue() {
        // given: V8 and V9
        assertThat(inputs(stage("S1", 100, StageStatus.OPEN, TODAY.minusDays(45)))
                        .ofDelivery())
                .containsEntry("mandatoryOverdueDaysMax", 45)
                .containsEntry("mandatoryOverdueCount", 1);
        assertThat(inputs(stage("S1", 100, StageStatus.OPEN, TODAY.minusDays(46)))
                        .ofDelivery())
                .containsEntry("mandatoryOverdueDaysMax", 46);
    }

    @Test
    void isNeverOverdue_whenItWaitsForSomebodyElse() {
        for (StageStatus status : StageStatus.values()) {
            RatingInputs inputs = inputs(stage("S1", 100, status, TODAY.minusDays(90)));
            assertThat(inputs.overdueStages().isEmpty()).as(status.name()).isEqualTo(!status.isWithCoordinator());
        }
    }

    @Test
    void countsAYearlyStageOnce_whenTwoOfItsYearsAreOverdue() {
        RatingInputs inputs = inputs(
                new StageFacts("S4", 2024, StageStatus.OPEN, 100, true, TODAY.minusDays(20), false, false, false, null),
                new StageFacts("S4", 2025, StageStatus.OPEN, 100, true, TODAY.minusDays(2), false, false, false, null));
        assertThat(inputs.ofDelivery())
                .containsEntry("mandatoryOverdueCount", 1)
                .containsEntry("mandatoryOverdueDaysMax", 20);
    }

    @Test
    void isAtRiskOnlyWithLessThanHalfAndDueWithinFourteenDays() {
        // given: V10
        assertThat(soon(0, true)).isTrue();
        assertThat(soon(14, true)).isTrue();
        assertThat(soon(15, true)).isFalse();
        assertThat(soon(0, false)).isFalse();
    }

    @Test
    void seesALateFollowUp_whenItsDueDateIsPast() {
        assertThat(new RatingInputs(new CellFacts(false, false, List.of(TODAY.minusDays(1)), List.of(), null), TODAY)
                        .ofLevel())
                .containsEntry("lateFollowUp", true);
        assertThat(new RatingInputs(new CellFacts(false, false, List.of(TODAY), List.of(), null), TODAY).ofLevel())
                .containsEntry("lateFollowUp", false);
    }

    private static boolean soon(int days, boolean lessThanHalf) {
        StageFacts stage = new StageFacts(
                "S1", null, StageStatus.OPEN, 100, true, TODAY.plusDays(days), false, lessThanHalf, false, null);
        return Boolean.TRUE.equals(inputs(stage).ofDelivery().get("dueSoonLessThanHalf"));
    }

    private static RatingInputs inputs(StageFacts... stages) {
        return new RatingInputs(new CellFacts(false, false, List.of(), List.of(stages), null), TODAY);
    }

    private static StageFacts stage(String code, int weight, StageStatus status, @Nullable LocalDate due) {
        return new StageFacts(code, null, status, weight, true, due, false, false, false, null);
    }

    private static StageFacts year(String code, int year, int weight, StageStatus status) {
        return new StageFacts(code, year, status, weight, true, null, false, false, false, null);
    }
}

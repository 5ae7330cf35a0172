package org.randot.commitments.status;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.randot.commitments.status.CellFacts.StageFacts;
import org.randot.commitments.undertakings.StageStatus;

/**
 * The plain facts on a date that the decision tables of {@code status-rating.dmn} rate (domain.md 6.2). The years of a yearly stage are
 * one stage: approved when every year is, overdue by its oldest open year.
 */
final class RatingInputs {
    private static final int SOON_DAYS = 14;

    private final CellFacts facts;
    private final LocalDate day;
    private final Collection<List<StageFacts>> stages;

    RatingInputs(CellFacts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
        this.stages = facts.stages().stream()
                .collect(Collectors.groupingBy(StageFacts::code, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** p of domain.md 6.2, unrounded; 0 where nothing is applicable. */
    double progress() {
        int applicable =
                weight(stages.stream().filter(stage -> !isNotApplicable(stage)).toList());
        int approved = weight(stages.stream().filter(RatingInputs::isApproved).toList());
        return applicable == 0 ? 0 : approved * 100.0 / applicable;
    }

    List<String> overdueStages() {
        return codes(stages.stream().filter(this::isOverdue).toList());
    }

    /** Stages due within 14 days whose form has less than half of its required fields filled. */
    List<String> dueSoonLessThanHalf() {
        return codes(stages.stream().filter(this::isDueSoonLessThanHalf).toList());
    }

    /** Inputs of the decision table {@code implementation-level}. */
    Map<String, Object> ofLevel() {
        return Map.of(
                "allNotApplicable", stages.stream().allMatch(RatingInputs::isNotApplicable),
                "everSubmitted", facts.stages().stream().anyMatch(StageFacts::submitted),
                "notReportedByCutOff", isNotReportedByCutOff(),
                "progress", progress(),
                "lateFollowUp", hasLateFollowUp());
    }

    /** Inputs of the decision table {@code delivery} and of the level that it asks for. */
    Map<String, Object> ofDelivery() {
        List<List<StageFacts>> mandatory = stages.stream()
                .filter(stage -> stage.get(0).mandatory() && isOverdue(stage))
                .toList();
        Map<String, Object> all = new HashMap<>(ofLevel());
        all.putAll(Map.of(
                "suspended", facts.suspended(),
                "mandatoryOverdueDaysMax",
                        mandatory.stream().mapToInt(this::overdueDays).max().orElse(0),
                "mandatoryOverdueCount", mandatory.size(),
                "returnedMandatoryOverdue", mandatory.stream().anyMatch(this::isReturnedOverdue),
                "otherOverdue", stages.stream().anyMatch(stage -> !stage.get(0).mandatory() && isOverdue(stage)),
                "dueSoonLessThanHalf", !dueSoonLessThanHalf().isEmpty(),
                "lateFollowUp", hasLateFollowUp()));
        return all;
    }

    /** Past the cut-off date, and what certifies was not submitted by then. */
    private boolean isNotReportedByCutOff() {
        LocalDate cutOff = facts.cutOff();
        return cutOff != null
                && day.isAfter(cutOff)
                && facts.stages().stream()
                        .filter(stage -> stage.certifies() && stage.status() != StageStatus.NOT_APPLICABLE)
                        .anyMatch(stage -> {
                            LocalDate submitted = stage.submittedOn();
                            return submitted == null || submitted.isAfter(cutOff);
                        });
    }

    private boolean hasLateFollowUp() {
        return facts.followUps().stream().anyMatch(due -> due.isBefore(day));
    }

    private boolean isOverdue(List<StageFacts> years) {
        return !facts.suspended() && years.stream().anyMatch(year -> year.isOverdue(day));
    }

    private boolean isReturnedOverdue(List<StageFacts> years) {
        return years.stream().anyMatch(year -> year.isOverdue(day) && year.status() == StageStatus.RETURNED);
    }

    private int overdueDays(List<StageFacts> years) {
        return years.stream()
                .filter(year -> year.isOverdue(day))
                .map(StageFacts::due)
                .mapToInt(due -> (int) ChronoUnit.DAYS.between(due, day))
                .max()
                .orElse(0);
    }

    private boolean isDueSoonLessThanHalf(List<StageFacts> years) {
        return years.stream()
                .anyMatch(year -> year.status().isWithCoordinator()
                        && year.lessThanHalf()
                        && Optional.ofNullable(year.due())
                                .map(due -> ChronoUnit.DAYS.between(day, due))
                                .filter(left -> left >= 0 && left <= SOON_DAYS)
                                .isPresent());
    }

    private static boolean isNotApplicable(List<StageFacts> years) {
        return years.stream().allMatch(year -> year.status() == StageStatus.NOT_APPLICABLE);
    }

    private static boolean isApproved(List<StageFacts> years) {
        return !isNotApplicable(years)
                && years.stream().allMatch(year -> year.status().isSettled());
    }

    private static int weight(List<List<StageFacts>> of) {
        return of.stream().mapToInt(stage -> stage.get(0).weight()).sum();
    }

    private static List<String> codes(List<List<StageFacts>> of) {
        return of.stream().map(stage -> stage.get(0).code()).toList();
    }
}

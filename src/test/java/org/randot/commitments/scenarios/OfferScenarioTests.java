package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.indicators.PeriodMismatch;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.undertakings.DraftConflict;
import org.randot.commitments.undertakings.Offer;
import org.randot.commitments.undertakings.Offer.Origin;
import org.randot.commitments.undertakings.Offers;
import org.randot.commitments.undertakings.PublicRecord;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.SubmissionRefused;
import org.randot.commitments.undertakings.SubmitTask;
import org.randot.commitments.undertakings.TakeOffer;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.Tasks;

/** Answer once, use many times: what is known is offered, and taken by nobody but the coordinator (domain.md 5, 8.2). */
class OfferScenarioTests extends Stories {
    private static final StageKey FIGURES = new StageKey("C1.S4", 2024);
    private static final String FIGURE = "public-figure.D20.1.submitted";

    @Test
    void takesAPublicFigureOnlyWhenTheCoordinatorDoes() {
        // given
        Drive jamaica = reached("JAM");
        UUID task = task(jamaica, FIGURES);
        save(jamaica, task, values().put("submitted", 950));
        Offer figure = offer(jamaica, task, FIGURE).orElseThrow();
        assertThat(figure.value().asInt()).isEqualTo(606);
        assertThat(figure.submitted()).isFalse();
        assertThat(draft(jamaica, task).path("submitted").asInt()).isEqualTo(950);
        // when
        assertThatExceptionOfType(DraftConflict.class).isThrownBy(() -> take(jamaica, task, FIGURE, 0));
        take(jamaica, task, FIGURE, version(jamaica, task));
        take(jamaica, task, "public-figure.D20.1.sourceKind", version(jamaica, task));
        // then
        assertThat(draft(jamaica, task).path("submitted").asInt()).isEqualTo(606);
        assertThat(draft(jamaica, task).path("sourceKind").asText()).isEqualTo("INTERNATIONAL_OFFICIAL");
        assertThat(offer(jamaica, task, FIGURE))
                .hasValueSatisfying(taken -> assertThat(taken.taken()).isNotNull())
                .hasValueSatisfying(taken -> assertThat(taken.inUse()).isTrue());
        assertThat(offer(jamaica, task, "replaced.before.submitted"))
                .hasValueSatisfying(before -> assertThat(before.value().asInt()).isEqualTo(950));
        take(jamaica, task, "replaced.before.submitted", version(jamaica, task));
        assertThat(draft(jamaica, task).path("submitted").asInt()).isEqualTo(950);
    }

    /** D20 of domain.md 8.1: 606 after 276. */
    @Test
    void warnsAgainstThePublicFigureOfTheYearBefore_whenTheStateGaveNone() {
        Drive jamaica = reached("JAM");
        UUID task = task(jamaica, FIGURES);
        ObjectNode jump = values().put("submitted", 606)
                .put("submittedWithinDeadline", 500)
                .put("traced", 300);
        int[] results = {150, 150, 306};
        for (int row = 0; row < results.length; row++) {
            ((ObjectNode) jump.path("tracedByResult").get(row)).put("n", results[row]);
        }
        attachWhatIsAsked(jamaica, task);

        assertThat(save(jamaica, task, values().put("submitted", 400)))
                .filteredOn(found -> found.field().equals("/submitted"))
                .extracting(FormFinding::code)
                .doesNotContain("CHANGE_GT_50");
        assertThat(save(jamaica, task, jump))
                .filteredOn(found -> found.field().equals("/submitted"))
                .extracting(FormFinding::code, FormFinding::severity)
                .contains(org.assertj.core.groups.Tuple.tuple("CHANGE_GT_50", FormFinding.Severity.WARNING));
        assertThat(offer(jamaica, task, "figure-before.D19.1.submitted"))
                .hasValueSatisfying(before -> assertThat(before.takeable()).isFalse());
        assertThatExceptionOfType(SubmissionRefused.class)
                .isThrownBy(() -> submit(jamaica, task, jump, ""))
                .satisfies(refused -> assertThat(refused.findings())
                        .filteredOn(found -> found.severity() == FormFinding.Severity.ERROR)
                        .extracting(FormFinding::code)
                        .containsExactly("COMMENT_REQUIRED"));
        take(jamaica, task, FIGURE, version(jamaica, task));
        submit(jamaica, task, jump, "Twice as many, as published.");

        List<Offer> seen = offers(jamaica, task, jamaica.cast().reviewer());
        assertThat(seen)
                .filteredOn(each -> each.id().equals(FIGURE))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.taken()).isNotNull();
                    assertThat(each.takeable()).isFalse();
                });
        assertThat(seen).extracting(Offer::origin).doesNotContain(Origin.REPLACED);
    }

    @Test
    void refusesAFigureOfSeveralYearsAndWhoeverIsNotTheCoordinator() {
        Drive bahamas = reached("BHS");
        UUID task = task(bahamas, FIGURES);
        assertThat(offers(bahamas, task, bahamas.cast().reviewer())).isEmpty();
        assertThat(offers(bahamas, task, bahamas.cast().coordinator()))
                .extracting(Offer::id)
                .contains("public-figure.D05.1.submitted")
                .noneMatch(id -> id.contains("D27"));
        assertThatExceptionOfType(PeriodMismatch.class)
                .isThrownBy(() -> take(bahamas, task, "public-figure.D27.1.submitted", 0));
        assertThatExceptionOfType(Absent.class)
                .isThrownBy(() -> take(bahamas, task, "public-figure.D20.1.submitted", 0));
        Actor reviewer = bahamas.cast().reviewer();
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> bahamas.as(
                        reviewer,
                        () -> bean(Offers.class)
                                .take(new TakeOffer(task, "public-figure.D05.1.submitted", 0), Locale.ENGLISH)));
        Actor other = new Cast(bean(org.randot.commitments.identity.People.class), "BRA").coordinator();
        assertThatExceptionOfType(Absent.class).isThrownBy(() -> offers(bahamas, task, other));
        assertThat(bean(PublicRecord.class).of("HTI", new StageKey("C1.S4", 2022), 2022, Locale.ENGLISH))
                .filteredOn(figure -> figure.field().equals("submitted"))
                .singleElement()
                .satisfies(figure ->
                        assertThat(figure.value().path("noData").asText()).isEqualTo("NOT_AVAILABLE_YET"));
    }

    @Test
    void offersTheFormOfTheYearBeforeAndTheSameQuestionOfOtherStages() {
        // given
        Drive first = launched(bean(Catalogue.class).byCode("T2"), "GRD").get(0).goesAllTheWay();
        Drive second = first.ofTheYear(2025);
        second.on(LocalDate.of(2026, 2, 2));
        UUID task = task(second, new StageKey("T2.S1", null));
        // then
        List<Offer> offers = offers(second, task, second.cast().coordinator());
        assertThat(offers).isNotEmpty().allSatisfy(offer -> {
            assertThat(offer.origin()).isEqualTo(Origin.YEAR_BEFORE);
            assertThat(offer.year()).isEqualTo(2024);
            assertThat(offer.takeable()).isTrue();
        });
        assertThat(offers).extracting(Offer::field).doesNotContain("/year");

        Drive drive = reached("TTO");
        assertThat(offers(drive, task(drive, FIGURES), drive.cast().coordinator()))
                .filteredOn(offer -> offer.origin() == Origin.OTHER_STAGE)
                .isNotEmpty();
    }

    private Drive reached(String state) {
        return launched(bean(Catalogue.class).byCode("C1"), state).get(0).reaches(FIGURES);
    }

    private static ObjectNode values() {
        return Samples.of("tracingData", 2024);
    }

    private static UUID task(Drive drive, StageKey stage) {
        return drive.openTask(stage).map(TaskSummary::id).orElseThrow();
    }

    private int version(Drive drive, UUID task) {
        return drive.as(drive.cast().coordinator(), () -> bean(Tasks.class).get(task, Locale.ENGLISH))
                .task()
                .version();
    }

    private ObjectNode draft(Drive drive, UUID task) {
        return drive.as(drive.cast().coordinator(), () -> bean(Tasks.class).get(task, Locale.ENGLISH))
                .values();
    }

    private List<FormFinding> save(Drive drive, UUID task, ObjectNode values) {
        SaveDraft draft = new SaveDraft(task, version(drive, task), values);
        return drive.as(drive.cast().coordinator(), () -> bean(Tasks.class).saveDraft(draft, Locale.ENGLISH))
                .findings();
    }

    private void attachWhatIsAsked(Drive drive, UUID task) {
        drive.attachWhatIsAsked(
                drive.as(drive.cast().coordinator(), () -> bean(Tasks.class).get(task, Locale.ENGLISH)));
    }

    private void submit(Drive drive, UUID task, ObjectNode values, String comment) {
        SubmitTask handIn = new SubmitTask(task, version(drive, task), values, comment, null);
        drive.as(drive.cast().coordinator(), () -> bean(Tasks.class).submit(handIn, Locale.ENGLISH));
    }

    private void take(Drive drive, UUID task, String offer, int version) {
        drive.as(
                drive.cast().coordinator(),
                () -> bean(Offers.class).take(new TakeOffer(task, offer, version), Locale.ENGLISH));
    }

    private List<Offer> offers(Drive drive, UUID task, Actor who) {
        return drive.as(who, () -> bean(Offers.class).of(task, Locale.ENGLISH));
    }

    private Optional<Offer> offer(Drive drive, UUID task, String id) {
        return offers(drive, task, drive.cast().coordinator()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }
}

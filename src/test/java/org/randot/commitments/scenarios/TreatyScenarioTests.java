package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.Instrument;
import org.randot.commitments.reference.Standing;
import org.randot.commitments.reminders.NoticeKind;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.status.Delivery;
import org.randot.commitments.status.Level;
import org.randot.commitments.undertakings.Applicability;
import org.randot.commitments.undertakings.DoesNotApply;
import org.randot.commitments.undertakings.LifecycleRefused;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.UndertakingView.StageView;

/** A commitment that needs a treaty, and a state whose standing towards it changes (domain.md 2.3, 3.7). */
class TreatyScenarioTests extends Stories {
    private static final StageKey FIRST = new StageKey("T2.S1", null);
    private static final StageKey SECOND = new StageKey("T2.S2", null);

    @Test
    void existsAndNothingOfItApplies_whenTheStateIsNotPartyAtTheLaunch() {
        stands("GUY", Instrument.UNTOC, Standing.NONE);
        Drive drive = launched("GUY");

        doesNotApply(drive);
        assertThat(drive.process()).isEmpty();
        assertThat(told(drive, NoticeKind.NOT_PARTY)).isPositive();
        assertThat(told(drive, NoticeKind.STAGE_OPENED)).isZero();

        stands("GUY", Instrument.UNTOC, Standing.PARTY);
        drive.now();
        assertThat(drive.status(FIRST)).isEqualTo(StageStatus.OPEN);
        assertThat(told(drive, NoticeKind.APPLIES)).isPositive();
        drive.goesAllTheWay();
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.COMPLETED);
    }

    /** V24: not applicable, counted neither way; and nothing is lost. */
    @Test
    void standsStillWithAllItHolds_whenTheStateIsNoLongerParty() {
        Drive drive = launched("SUR");
        drive.completes(FIRST).now().drafts(SECOND);
        LocalDate due = drive.due(SECOND);
        int version = drive.openTask(SECOND).orElseThrow().version();

        stands("SUR", Instrument.UNTOC, Standing.SIGNATORY);
        doesNotApply(drive);
        drive.afterDays(20);
        assertThat(drive.daysOf(drive.cast().coordinator(), SECOND, NoticeKind.REMINDER, NoticeKind.OVERDUE))
                .isEmpty();

        stands("SUR", Instrument.UNTOC, Standing.UNKNOWN);
        drive.now();
        assertThat(drive.status(FIRST)).isEqualTo(StageStatus.APPROVED);
        assertThat(drive.status(SECOND)).isEqualTo(StageStatus.OPEN);
        assertThat(drive.due(SECOND)).isAfterOrEqualTo(due.plusDays(20));
        assertThat(drive.openTask(SECOND).orElseThrow().version()).isEqualTo(version);
        assertThat(told(drive, NoticeKind.NOT_PARTY)).isEqualTo(told(drive, NoticeKind.APPLIES));
        drive.goesAllTheWay();
        assertThat(drive.rating().level()).isEqualTo(Level.IMPLEMENTED);
    }

    @Test
    void isNotDecided_whenItDoesNotApply() {
        Drive drive = launched("BLZ");
        drive.submits(FIRST).isFoundComplete(FIRST);
        stands("BLZ", Instrument.UNTOC, Standing.NONE);

        assertThatThrownBy(() -> drive.decides(
                        drive.openReview(drive.cast().reviewer(), FIRST).orElseThrow(), "APPROVE"))
                .isInstanceOf(DoesNotApply.class);
        drive.afterDays(12);
        stands("BLZ", Instrument.UNTOC, Standing.PARTY);
        assertThat(drive.status(FIRST)).isEqualTo(StageStatus.UNDER_REVIEW);
        drive.decides(drive.openReview(drive.cast().reviewer(), FIRST).orElseThrow(), "APPROVE");
        assertThat(drive.status(FIRST)).isEqualTo(StageStatus.APPROVED);
    }

    @Test
    void appliesForGood_whenTheCoordinatorDeclaresThatTheStateTakesPart() {
        stands("KNA", Instrument.UNTOC, Standing.NONE);
        Drive drive = launched("KNA");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> takesPart(drive, drive.cast().chair()));
        takesPart(drive, drive.cast().coordinator());
        drive.now();

        assertThat(drive.status(FIRST)).isEqualTo(StageStatus.OPEN);
        assertThat(drive.view().takesPart()).isTrue();
        assertThat(told(drive, NoticeKind.TAKES_PART)).isPositive();
        assertThat(count(
                        "select count(*) from audit_entry where act = 'TakesPart' and subject = ?",
                        drive.key().toString()))
                .isEqualTo(1);
        assertThatExceptionOfType(LifecycleRefused.class)
                .isThrownBy(() -> takesPart(drive, drive.cast().coordinator()));
        stands("KNA", Instrument.UNTOC, Standing.SIGNATORY);
        assertThat(drive.status(FIRST)).isEqualTo(StageStatus.OPEN);
    }

    @Test
    void asksWhatTheTreatiesOfTheStateAllow_whenTheyChange() {
        Drive drive = launched("VCT");
        assertThat(found(drive)).contains("TREATY_UNKNOWN").doesNotContain("NOT_PARTY");
        stands("VCT", Instrument.TIP, Standing.NONE);

        assertThat(found(drive)).contains("NOT_PARTY").doesNotContain("TREATY_UNKNOWN");
        assertThat(drive.status(FIRST)).isEqualTo(StageStatus.OPEN);
        assertThat(told(drive, NoticeKind.TREATY_CHANGED)).isPositive();
    }

    private List<String> found(Drive drive) {
        TaskSummary task = drive.openTask(FIRST).orElseThrow();
        ObjectNode values = Samples.of("riverProviders", 2024);
        return drive.as(
                drive.cast().coordinator(),
                () -> bean(Tasks.class)
                        .saveDraft(new SaveDraft(task.id(), task.version(), values), Locale.ENGLISH)
                        .findings()
                        .stream()
                        .map(FormFinding::code)
                        .toList());
    }

    private void doesNotApply(Drive drive) {
        assertThat(drive.view().stages()).extracting(StageView::status).containsOnly(StageStatus.NOT_APPLICABLE);
        assertThat(drive.view().notPartyTo()).isEqualTo("UNTOC");
        assertThat(drive.rating().level()).isEqualTo(Level.NOT_APPLICABLE);
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.NOT_APPLICABLE);
        assertThat(drive.tasksOf(FIRST)).isEmpty();
        assertThat(drive.tasksOf(SECOND)).isEmpty();
    }

    private void takesPart(Drive drive, Actor who) {
        drive.as(who, () -> {
            bean(Applicability.class).takePart(drive.key());
            return true;
        });
    }

    private long told(Drive drive, NoticeKind kind) {
        return count(
                "select count(*) from notice where undertaking = ? and kind = ?",
                drive.key().toString(),
                kind.name());
    }

    private Drive launched(String state) {
        return launched(bean(Catalogue.class).byCode("T2"), state).get(0);
    }
}

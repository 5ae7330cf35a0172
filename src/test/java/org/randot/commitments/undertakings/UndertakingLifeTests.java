package org.randot.commitments.undertakings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.TestCycles;
import org.randot.commitments.audit.AuditTrail;
import org.randot.commitments.audit.Verification;
import org.randot.commitments.database.Superuser;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.engine.TimeTravel;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.review.DecideReview;
import org.randot.commitments.review.ReviewQuery;
import org.randot.commitments.review.ReviewStatus;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One undertaking of the package of the tests, from its launch on. Each test takes a state of its own. */
@IntegrationTest
class UndertakingLifeTests {
    private static final String COMMITMENT = "T1";
    private static final Locale READER = Locale.ENGLISH;
    private static final StageKey FIRST = new StageKey("T1.S1", null);
    private static final String COLUMNS =
            "id, task_id, undertaking_id, state, stage_key, task_key, form_id, version, answers, comment, acknowledged, submitted_by,"
                    + " submitted_by_name, submitted_at";
    private static final Instant START = Instant.parse("2025-03-03T15:00:00Z");

    @Autowired
    private Launches launches;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Undertakings undertakings;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private CurrentActor currentActor;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TimeTravel time;

    @Autowired
    private AuditTrail record;

    @Autowired
    private Superuser superuser;

    private Duration offset = Duration.ZERO;
    private String cycle = "";

    @Autowired
    private Reviews reviews;

    @BeforeEach
    void setCalendar() {
        offset = clock.offset();
        clock.moveTo(START);
        cycle = TestCycles.begin(jdbc);
    }

    @AfterEach
    void putClockBack() {
        clock.shiftBy(offset);
    }

    @Test
    void startsNothing_whenItIsLaunchedAgain() {
        UndertakingKey key = launched("DOM");
        UUID again =
                as(person(Role.ADMINISTRATOR, null), () -> launches.launch(cycle, List.of("DOM"), List.of(COMMITMENT)));
        launches.finish();
        LaunchProgress progress = as(person(Role.ADMINISTRATOR, null), () -> launches.progress(again));
        assertThat(progress.already()).isEqualTo(1);
        assertThat(progress.started()).isZero();
        assertThat(progress.done()).isTrue();
        assertThat(as(coordinator("DOM"), () -> undertakings.get(key)).stages()).isNotEmpty();
    }

    @Test
    void mayBeLaunchedByAdministratorsOnly() {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> as(coordinator("DOM"), () -> launches.launch(cycle, null, null)));
    }

    @Test
    void opensItsFirstStage_whenItIsLaunched() {
        UndertakingKey key = launched("GTM");
        UndertakingView view = as(coordinator("GTM"), () -> undertakings.get(key));
        UndertakingView.StageView first = view.stage(FIRST);
        assertThat(first.status()).isEqualTo(StageStatus.OPEN);
        assertThat(first.openedOn()).isEqualTo(LocalDate.of(2025, 3, 3));
        assertThat(first.dueDate()).isEqualTo(LocalDate.of(2025, 9, 10)); // M - 400 days
        assertThat(view.stage(new StageKey("T1.S2", 2025)).status()).isEqualTo(StageStatus.NOT_STARTED);
        assertThat(tasksOf("GTM")).singleElement().satisfies(task -> {
            assertThat(task.key()).isEqualTo("T1.S1.T1");
            assertThat(task.status()).isEqualTo(TaskStatus.OPEN);
        });
        assertThat(as(coordinator("GTM"), () -> undertakings.position(key))).contains("namePatrolUnit");
    }

    @Test
    void keepsBothVersions_whenTwoSaveTheSameDraft() {
        launched("HND");
        UUID task = tasksOf("HND").get(0).id();
        ObjectNode mine = values("patrolUnit");
        ObjectNode theirs = mine.deepCopy().put("callSign", "OTHER");
        int version = as(coordinator("HND"), () -> tasks.saveDraft(new SaveDraft(task, 0, mine), READER))
                .version();
        assertThat(version).isEqualTo(1);
        assertThatExceptionOfType(DraftConflict.class)
                .isThrownBy(() -> as(coordinator("HND"), () -> tasks.saveDraft(new SaveDraft(task, 0, theirs), READER)))
                .satisfies(conflict -> {
                    assertThat(conflict.current().version()).isEqualTo(1);
                    assertThat(conflict.current().values()).isEqualTo(mine);
                });
        assertThat(as(coordinator("HND"), () -> tasks.saveDraft(new SaveDraft(task, 1, theirs), READER))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void refusesASubmissionWithoutItsEvidenceAndChangesNothing() {
        launched("SLV");
        UUID task = tasksOf("SLV").get(0).id();
        assertThatExceptionOfType(SubmissionRefused.class)
                .isThrownBy(() -> submit("SLV", task, "patrolUnit"))
                .satisfies(refused -> assertThat(refused.findings())
                        .anyMatch(finding -> finding.code().equals("EVIDENCE_MISSING")));
        assertThat(as(coordinator("SLV"), () -> tasks.get(task, READER)).task().status())
                .isEqualTo(TaskStatus.OPEN);
    }

    @Test
    void tellsTheRecordWhoAskedForItWhoTookATaskAndWhoRemarked() {
        UndertakingKey key = launched("DOM");
        UUID task = tasksOf("DOM").get(0).id();
        asDo(coordinator("DOM"), () -> tasks.claim(task));
        asDo(coordinator("DOM"), () -> tasks.comment(task, "As agreed."));
        Actor administrator = person(Role.ADMINISTRATOR, null);
        assertThat(acts(cycle)).contains("LaunchRequested by " + administrator.username());
        assertThat(acts(key.toString()))
                .contains("Launched by system")
                .containsAll(List.of(
                        "TaskClaimed by " + coordinator("DOM").username(),
                        "TaskCommented by " + coordinator("DOM").username()));
    }

    @Test
    void isFoundByTheRecord_whenADatabaseOperatorChangesWhatWasHandedIn() {
        UndertakingKey key = launched("HTI");
        UUID task = tasksOf("HTI").get(0).id();
        asDo(coordinator("HTI"), () -> tasks.comment(task, "As agreed."));
        handInFirstStage("HTI");
        assertThat(verified().intact()).isTrue();
        String ours = " where task_id = '" + task + "'";
        superuser.run("drop table if exists kept; create table kept as select * from submission" + ours);
        for (String change : List.of(
                "update submission set answers = jsonb_set(answers, '{callSign}', '\"OTHER\"')" + ours,
                "update submission set comment = comment || '.'" + ours,
                "update submission set submitted_by = gen_random_uuid()" + ours,
                "update submission set submitted_at = submitted_at + interval '1 microsecond'" + ours,
                "delete from submission" + ours)) {
            superuser.tamper(change);
            Verification found = verified();
            assertThat(found.intact()).as(change).isFalse();
            assertThat(actOf(found.firstBroken())).as(change).isEqualTo("TaskSubmitted");
            superuser.tamper("delete from submission" + ours + "; insert into submission (" + COLUMNS + ") select "
                    + COLUMNS + " from kept");
        }
        superuser.tamper("insert into submission (" + COLUMNS + ") select "
                + COLUMNS.replaceFirst("id", "gen_random_uuid()").replace(" version", " 99") + " from kept");
        assertThat(verified().unrecorded()).isEqualTo(1);
        superuser.tamper("delete from submission where version = 99; drop table kept;"
                + " update task_comment set words = 'As denied.'" + ours);
        assertThat(actOf(verified().firstBroken())).isEqualTo("TaskCommented");
        superuser.tamper("update task_comment set words = 'As agreed.'" + ours);
        assertThat(verified().intact()).as(key.toString()).isTrue();
    }

    private Verification verified() {
        return as(person(Role.AUDITOR, null), record::verify);
    }

    private String actOf(@Nullable Long entry) {
        return jdbc.sql("select act from audit_entry where number = ?")
                .param(entry)
                .query(String.class)
                .single();
    }

    private List<String> acts(String subject) {
        return jdbc.sql("select act || ' by ' || username from audit_entry where subject = ?")
                .param(subject)
                .query(String.class)
                .list();
    }

    @Test
    void asksForADocumentOnlyIfTheAnswersSaySo() {
        launched("BOL");
        UUID task = tasksOf("BOL").get(0).id();
        assertThat(asked("BOL", task, values("patrolUnit"), 0)).containsExactly(true, true, false);
        assertThat(missing("BOL", task)).hasSize(1);
        assertThat(asked("BOL", task, values("patrolUnit").put("staff", 501), 1))
                .containsExactly(true, true, true);
        assertThat(missing("BOL", task)).hasSize(2).last().asString().contains("Public web page");
    }

    private List<Boolean> asked(String state, UUID task, ObjectNode values, int version) {
        return as(coordinator(state), () -> {
            tasks.saveDraft(new SaveDraft(task, version, values), READER);
            return tasks.get(task, READER).asked().stream()
                    .map(TaskView.EvidenceAsked::now)
                    .toList();
        });
    }

    private List<String> missing(String state, UUID task) {
        return as(coordinator(state), () -> tasks.check(task, READER)).stream()
                .filter(finding -> finding.code().equals("EVIDENCE_MISSING"))
                .map(FormFinding::message)
                .toList();
    }

    @Test
    void goesBackToTheCoordinator_whenItIsRecalled() {
        UndertakingKey key = launched("PRY");
        handInFirstStage("PRY");
        assertThat(status(key)).isIn(StageStatus.SUBMITTED, StageStatus.COMPLETENESS_CHECK, StageStatus.UNDER_REVIEW);
        assertThat(as(coordinator("PRY"), () -> undertakings.submission(key, FIRST))
                        .tasks())
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.evidence()).isNotEmpty());
        // when recalled
        UUID first = as(coordinator("PRY"), () -> tasks.of(key, READER)).get(0).id();
        asDo(coordinator("PRY"), () -> tasks.recall(first));
        // then
        UndertakingView.StageView open =
                as(coordinator("PRY"), () -> undertakings.get(key)).stage(FIRST);
        assertThat(open.status()).isEqualTo(StageStatus.OPEN);
        assertThat(open.everSubmitted()).isFalse();
        TaskView again = as(coordinator("PRY"), () -> tasks.get(first, READER));
        assertThat(again.task().status()).isEqualTo(TaskStatus.OPEN);
        assertThat(again.values().path("callSign").asText()).isEqualTo("RIVER");
        assertThat(as(coordinator("PRY"), () -> undertakings.submission(key, FIRST))
                        .tasks())
                .isEmpty();
    }

    @Test
    void goesBackWithMarks_whenTheReviewerReturnsIt() {
        UndertakingKey key = launched("NIC");
        handInFirstStage("NIC");
        decide(key, Role.TECHNICAL_SECRETARIAT, "COMPLETE", List.of());
        assertThat(status(key)).isEqualTo(StageStatus.UNDER_REVIEW);
        decide(key, Role.CHS_REVIEWER, "RETURN", List.of(new Mark("/staff", "Which year?")));
        // then
        UndertakingView.StageView stage =
                as(coordinator("NIC"), () -> undertakings.get(key)).stage(FIRST);
        assertThat(stage.status()).isEqualTo(StageStatus.RETURNED);
        assertThat(stage.returns()).isEqualTo(1);
        TaskSummary task = tasksOf("NIC").get(0);
        assertThat(task.status()).isEqualTo(TaskStatus.RETURNED);
        TaskView view = as(coordinator("NIC"), () -> tasks.get(task.id(), READER));
        assertThat(view.marks()).containsExactly(new Mark("/staff", "Which year?"));
        assertThat(view.values().path("callSign").asText()).isEqualTo("RIVER");
        // and again
        submit("NIC", task.id(), "patrolUnit");
        assertThat(as(coordinator("NIC"), () -> tasks.get(task.id(), READER)).standing())
                .satisfies(handed -> assertThat(handed.version()).isEqualTo(2));
    }

    @Test
    void goesStraightToTheReviewer_whenItIsSaidNotToApply() {
        UndertakingKey key = launched("CRI");
        asDo(coordinator("CRI"), () -> tasks.requestNotApplicable(key, FIRST, "No border rivers."));
        assertThat(status(key)).isEqualTo(StageStatus.UNDER_REVIEW);
        assertThat(as(coordinator("CRI"), () -> undertakings.submission(key, FIRST))
                        .notApplicableReason())
                .isEqualTo("No border rivers.");
        decide(key, Role.CHS_CHAIR, "REJECT_NOT_APPLICABLE", List.of());
        assertThat(status(key)).isEqualTo(StageStatus.OPEN);
        assertThat(tasksOf("CRI").get(0).status()).isEqualTo(TaskStatus.OPEN);
    }

    @Test
    void cannotBeRecalled_whenAReviewerHasOpenedIt() {
        UndertakingKey key = launched("URY");
        handInFirstStage("URY");
        asDo(person(Role.CHS_REVIEWER, "CAN"), () -> undertakings.openedByReviewer(key, FIRST));
        UUID first = as(coordinator("URY"), () -> tasks.of(key, READER)).get(0).id();
        assertThatExceptionOfType(AlreadyUnderReview.class)
                .isThrownBy(() -> asDo(coordinator("URY"), () -> tasks.recall(first)));
    }

    @Test
    void letsNobodyOfTheStateDecide() {
        UndertakingKey key = launched("URY");
        for (Actor actor : List.of(coordinator("URY"), person(Role.CHS_REVIEWER, "URY"))) {
            assertThatExceptionOfType(Forbidden.class)
                    .isThrownBy(() -> asDo(actor, () -> undertakings.decided(key, FIRST, "APPROVE", "", List.of())));
        }
    }

    @Test
    void isAbsentForOtherStatesAndItsDraftsForEverybodyElse() {
        UndertakingKey key = launched("BLZ");
        UUID task = tasksOf("BLZ").get(0).id();
        ObjectNode secret = values("patrolUnit").put("callSign", "CANARY");
        as(coordinator("BLZ"), () -> tasks.saveDraft(new SaveDraft(task, 0, secret), READER));
        UUID document = upload("BLZ", task, "EV-DEC", "canary").id();
        for (Actor other : List.of(coordinator("CHL"), person(Role.NATIONAL_CONTRIBUTOR, "BLZ"))) {
            assertAbsent(other, () -> undertakings.get(key));
            assertAbsent(other, () -> tasks.get(task, READER));
            assertAbsent(other, () -> tasks.saveDraft(new SaveDraft(task, 1, secret), READER));
            assertAbsent(other, () -> files.get(document));
        }
        for (Actor reader : List.of(person(Role.CHS_REVIEWER, "CAN"), person(Role.PERMANENT_MISSION_OBSERVER, "BLZ"))) {
            assertThat(as(reader, () -> tasks.get(task, READER)).values()).isEmpty();
            assertAbsent(reader, () -> files.get(document));
        }
        assertThat(as(coordinator("CHL"), () -> tasks.list(TaskQuery.ALL, Paging.first(), READER))
                        .items())
                .noneMatch(found -> found.undertaking().state().equals("BLZ"));
    }

    @Test
    void hidesEveryRowFromOtherStates_whenTheApplicationForgetsTo() {
        launched("GUY");
        UUID task = tasksOf("GUY").get(0).id();
        as(coordinator("GUY"), () -> tasks.saveDraft(new SaveDraft(task, 0, values("patrolUnit")), READER));
        upload("GUY", task, "EV-DEC", "guy");
        for (String table : List.of(
                "undertaking",
                "stage",
                "task",
                "stage_event",
                "draft",
                "evidence",
                "evidence_link",
                "evidence_chunk")) {
            String count = "select count(*) from " + table + " where state = 'GUY'";
            assertThat(rows(DataScope.ofState("GUY"), count)).as(table).isPositive();
            assertThat(rows(DataScope.ofState("CHL"), count)).as(table).isZero();
            assertThat(rows(DataScope.NONE, count)).as(table).isZero();
        }
        for (String table : List.of("draft", "evidence", "evidence_link", "evidence_chunk")) {
            assertThat(rows(DataScope.EVERY_SUBMITTED, "select count(*) from " + table + " where state = 'GUY'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void storesAFileOnce_whenItIsAttachedToSeveralTasks() throws IOException {
        UndertakingKey key = launched("SUR");
        UUID first = tasksOf("SUR").get(0).id();
        EvidenceView one = upload("SUR", first, "EV-DEC", "same bytes");
        EvidenceView again = upload("SUR", first, "EV-DEC", "same bytes");
        EvidenceView otherKind = upload("SUR", first, "EV-ORG", "same bytes");
        assertThat(again.id()).isNotEqualTo(one.id());
        assertThat(again.sha256()).isEqualTo(one.sha256());
        assertThat(otherKind.sha256()).isEqualTo(one.sha256());
        assertThat(rows(DataScope.ofState("SUR"), "select count(*) from evidence_content where state = 'SUR'"))
                .isEqualTo(1);
        try (InputStream in = as(coordinator("SUR"), () -> files.open(one.id()))) {
            byte[] bytes = as(coordinator("SUR"), () -> read(in));
            assertThat(bytes).hasSize((int) one.size());
        }
        asDo(coordinator("SUR"), () -> files.remove(first, one.id()));
        try (InputStream in = as(coordinator("SUR"), () -> files.open(again.id()))) {
            assertThat(as(coordinator("SUR"), () -> read(in))).hasSize((int) one.size());
        }
        assertThat(key.state()).isEqualTo("SUR");
    }

    @Test
    void keepsWhatIsSaidOfADocument_whenItWasHandedIn() {
        UndertakingKey key = launched("KNA");
        UUID first = tasksOf("KNA").get(0).id();
        EvidenceView draft = upload("KNA", first, "EV-DEC", "first words");
        assertThat(draft.visibility()).isEqualTo(EvidenceVisibility.REVIEW);
        EvidenceAbout open = about(draft, "PUBLIC", EvidenceVisibility.REVIEW, "better words");
        assertThat(as(coordinator("KNA"), () -> files.describe(draft.id(), open))
                        .titleIn(READER))
                .isEqualTo("better words");
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> as(
                        coordinator("KNA"),
                        () -> files.describe(
                                draft.id(), about(draft, "STATE_CONFIDENTIAL", EvidenceVisibility.PUBLIC, "never"))));
        assertAbsent(coordinator("CHL"), () -> files.describe(draft.id(), open));
        handInFirstStage("KNA");
        // when it was handed in
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> as(
                        coordinator("KNA"),
                        () -> files.describe(
                                draft.id(), about(draft, "PUBLIC", EvidenceVisibility.REVIEW, "other words"))));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> DataScope.ofState("KNA")
                        .call(() ->
                                transaction.execute(status -> jdbc.sql("update evidence set title = '{}' where id = ?")
                                        .param(draft.id())
                                        .update())));
        as(coordinator("KNA"), () -> files.describe(draft.id(), open.seenBy(EvidenceVisibility.PUBLIC)));
        // then
        assertThat(as(person(Role.CHS_REVIEWER, "CAN"), () -> undertakings.submission(key, FIRST))
                        .tasks()
                        .get(0)
                        .evidence())
                .anyMatch(document -> document.visibility() == EvidenceVisibility.PUBLIC
                        && document.titleIn(READER).equals("better words"));
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'EvidenceVisibilitySet' and subject = ?")
                        .param(draft.id().toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static EvidenceAbout about(
            EvidenceView document, String classification, EvidenceVisibility visibility, String title) {
        return new EvidenceAbout(Map.of("en", title), document.kind(), "", null, "en", classification, visibility);
    }

    @Test
    void leavesNothingBehind_whenTheTransactionFailsAfterTheSubmission() {
        UndertakingKey key = launched("JAM");
        UUID task = tasksOf("JAM").get(0).id();
        upload("JAM", task, "EV-DEC", "jam");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> as(
                        coordinator("JAM"),
                        () -> transaction.execute(status -> {
                            submitHere(task, "patrolUnit");
                            throw new IllegalStateException("too late");
                        })));
        assertThat(as(coordinator("JAM"), () -> tasks.get(task, READER)).task().status())
                .isEqualTo(TaskStatus.OPEN);
        assertThat(as(coordinator("JAM"), () -> undertakings.position(key))).contains("namePatrolUnit");
        assertThat(rows(DataScope.ofState("JAM"), "select count(*) from submission where state = 'JAM'"))
                .isZero();
    }

    @Test
    void findsTasksByWordsOfAnyLanguage() {
        launched("TTO");
        for (String words : List.of("patrol unit", "T1.S1", "unidad patrul")) {
            TaskQuery query = new TaskQuery(null, COMMITMENT, null, Set.of(), false, false, words);
            assertThat(as(coordinator("TTO"), () -> tasks.list(query, Paging.first(), READER))
                            .items())
                    .as(words)
                    .isNotEmpty();
        }
        TaskQuery none = new TaskQuery(null, null, null, Set.of(), false, false, "nothing' | :* & ever");
        assertThat(as(coordinator("TTO"), () -> tasks.list(none, Paging.first(), READER))
                        .items())
                .isEmpty();
    }

    @Test
    void givesAYearlyFormThirtyDays_whenItOpensLate() {
        UndertakingKey key = launched("BRB");
        time.to(Instant.parse("2026-03-10T15:00:00Z"));
        handInFirstStage("BRB");
        decide(key, Role.TECHNICAL_SECRETARIAT, "COMPLETE", List.of());
        decide(key, Role.CHS_REVIEWER, "APPROVE", List.of());
        time.runDueJobs();
        UndertakingView.StageView year =
                as(coordinator("BRB"), () -> undertakings.get(key)).stage(new StageKey("T1.S2", 2025));
        assertThat(year.status()).isEqualTo(StageStatus.OPEN);
        assertThat(year.dueDate()).isEqualTo(LocalDate.of(2026, 4, 9));
    }

    // --- what the tests speak with

    private UndertakingKey launched(String state) {
        as(person(Role.ADMINISTRATOR, null), () -> launches.launch(cycle, List.of(state), List.of(COMMITMENT)));
        launches.finish();
        return new UndertakingKey(cycle, state, COMMITMENT, null);
    }

    private List<TaskSummary> tasksOf(String state) {
        TaskQuery query = new TaskQuery(null, COMMITMENT, null, Set.of(), false, false, "");
        return as(coordinator(state), () -> tasks.list(query, Paging.first(), READER)).items().stream()
                .filter(task -> task.undertaking().cycle().equals(cycle))
                .toList();
    }

    private void handInFirstStage(String state) {
        UUID unit = tasksOf(state).get(0).id();
        upload(state, unit, "EV-DEC", state + " decree");
        submit(state, unit, "patrolUnit");
        UUID plan = tasksOf(state).stream()
                .filter(task -> task.status() == TaskStatus.OPEN)
                .findFirst()
                .orElseThrow()
                .id();
        upload(state, plan, "EV-PLA", state + " plan");
        submit(state, plan, "patrolPlan");
    }

    private void submit(String state, UUID task, String form) {
        as(coordinator(state), () -> submitHere(task, form));
    }

    private int submitHere(UUID task, String form) {
        int version = tasks.get(task, READER).task().version();
        return tasks.submit(new SubmitTask(task, version, values(form), "As explained.", null), READER);
    }

    private void decide(UndertakingKey key, Role role, String decision, List<Mark> marks) {
        Actor decider = person(role, role == Role.CHS_REVIEWER ? "CAN" : null);
        asDo(decider, () -> {
            ReviewQuery waiting =
                    new ReviewQuery(Optional.of(ReviewStatus.OPEN), Optional.of(key.state()), Optional.of(COMMITMENT));
            UUID review = reviews.queue(waiting, Paging.first()).items().stream()
                    .filter(item -> item.undertaking().equals(key))
                    .findFirst()
                    .orElseThrow()
                    .id();
            int version = reviews.open(review).version();
            reviews.decide(new DecideReview(review, version, decision, "Said why.", marks, Set.of()));
        });
    }

    private EvidenceView upload(String state, UUID task, String kind, String text) {
        byte[] content = EvidenceInspectionTests.pdf("/Title (" + text + ")");
        AddEvidence command = new AddEvidence(task, "proof.pdf", Map.of("en", text), kind, "Ministry", null, "en", "");
        return as(coordinator(state), () -> files.add(command, new ByteArrayResource(content)));
    }

    private StageStatus status(UndertakingKey key) {
        return as(coordinator(key.state()), () -> undertakings.get(key))
                .stage(FIRST)
                .status();
    }

    private long rows(DataScope scope, String count) {
        Long found = scope.call(() ->
                transaction.execute(status -> jdbc.sql(count).query(Long.class).single()));
        return found == null ? -1 : found;
    }

    private void assertAbsent(Actor actor, Supplier<?> act) {
        assertThatExceptionOfType(Absent.class)
                .isThrownBy(() -> as(actor, act))
                .extracting(Refusal::kind)
                .isEqualTo(Refusal.Kind.ABSENT);
    }

    private <T> T as(Actor actor, Supplier<T> act) {
        return currentActor.callAs(actor, act);
    }

    private void asDo(Actor actor, Runnable act) {
        currentActor.runAs(actor, act);
    }

    private static Actor coordinator(String state) {
        return person(Role.NATIONAL_COORDINATOR, state);
    }

    private static Actor person(Role role, @Nullable String state) {
        return new Actor(Ids.next(), "test", "Test Person", Set.of(role), state, Language.EN);
    }

    private static byte[] read(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ObjectNode values(String form) {
        try (InputStream in = UndertakingLifeTests.class.getResourceAsStream("/samples/" + form + ".json")) {
            return new ObjectMapper().readValue(in, ObjectNode.class);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

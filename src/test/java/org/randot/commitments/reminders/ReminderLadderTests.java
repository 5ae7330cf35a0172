package org.randot.commitments.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.review.Decision;
import org.randot.commitments.review.Reviewers;
import org.randot.commitments.review.RiverPatrols;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.Extensions;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.Reopenings;
import org.randot.commitments.undertakings.Suspensions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ReminderLadderTests {
    private static final StageKey YEAR = StageKey.parse("T1.S2:2024");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Reminders reminders;

    @Autowired
    private Extensions extensions;

    @Autowired
    private Suspensions suspensions;

    @Autowired
    private Reopenings reopenings;

    @Autowired
    private Cycles cycles;

    @Autowired
    private Watching watching;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeWords words;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private RiverPatrols patrols;
    private Duration offset = Duration.ZERO;

    @BeforeEach
    void launch() throws InterruptedException {
        offset = clock.offset();
        patrols = beans.createBean(RiverPatrols.class);
        patrols.launch();
    }

    @AfterEach
    void comeBack() {
        patrols.cancel();
        clock.shiftBy(offset);
    }

    @Test
    void remindsOnTheDaysOfItsProfile_givenALateStart() {
        // given
        openSecondRound();
        assertThat(patrols.stage(RiverPatrols.LESSONS).dueDate()).isEqualTo(LocalDate.of(2025, 6, 2));
        assertThat(patrols.stage(YEAR).dueDate()).isEqualTo(LocalDate.of(2025, 4, 2));
        // when
        patrols.travelTo(LocalDate.of(2025, 8, 2));
        // then: R1, the whole ladder
        assertThat(days(patrols.coordinator, RiverPatrols.LESSONS, "REMINDER", "OVERDUE"))
                .containsExactly(
                        "2025-05-03",
                        "2025-05-19",
                        "2025-05-26",
                        "2025-06-01",
                        "2025-06-02",
                        "2025-06-09",
                        "2025-06-16",
                        "2025-07-02",
                        "2025-08-01");
        // and R3, whose first step lies before the opening
        assertThat(days(patrols.coordinator, YEAR, "REMINDER", "OVERDUE"))
                .containsExactly(
                        "2025-03-03",
                        "2025-03-19",
                        "2025-03-26",
                        "2025-03-30",
                        "2025-04-01",
                        "2025-04-02",
                        "2025-04-05",
                        "2025-04-09",
                        "2025-04-16",
                        "2025-04-30",
                        "2025-05-14",
                        "2025-05-28",
                        "2025-06-11",
                        "2025-06-25",
                        "2025-07-09",
                        "2025-07-23");
        // and the ladder of escalation
        assertThat(days(patrols.secretariat, RiverPatrols.LESSONS, "ESCALATION"))
                .containsExactly("2025-06-09");
        assertThat(days(patrols.observer, RiverPatrols.LESSONS, "ESCALATION")).containsExactly("2025-06-23");
        assertThat(days(patrols.chair, RiverPatrols.LESSONS, "ESCALATION")).containsExactly("2025-07-18");
        assertThat(days(patrols.chair, YEAR, "ESCALATION")).containsExactly("2025-04-22");
        // and the inbox holds one of each series about a date
        assertThat(inbox(RiverPatrols.LESSONS)).containsExactlyInAnyOrder("REMINDER 2025-06-02", "OVERDUE 2025-06-02");
        assertThat(inbox(YEAR)).containsExactlyInAnyOrder("REMINDER 2025-04-02", "OVERDUE 2025-04-02");
    }

    @Test
    void stopsWithSubmissionAndGoesOn_whenReturned() {
        // given
        openSecondRound();
        patrols.travelTo(LocalDate.of(2025, 5, 20));
        // when
        patrols.submit(RiverPatrols.LESSONS);
        patrols.travelTo(LocalDate.of(2025, 5, 27));
        // then
        assertThat(days(patrols.coordinator, RiverPatrols.LESSONS, "REMINDER", "OVERDUE"))
                .containsExactly("2025-05-03", "2025-05-19");
        // when given back on 28 May, the due date moves to 27 June
        patrols.travelTo(LocalDate.of(2025, 5, 28));
        patrols.decide(patrols.secretariat, Decision.COMPLETE, "");
        patrols.decide(patrols.reviewer, Decision.RETURN, "More", new Mark("/lesson", "?"));
        LocalDate due = patrols.stage(RiverPatrols.LESSONS).dueDate();
        assertThat(due).isEqualTo(LocalDate.of(2025, 6, 27));
        patrols.travelTo(LocalDate.of(2025, 6, 28));
        assertThat(days(patrols.coordinator, RiverPatrols.LESSONS, "REMINDER", "OVERDUE"))
                .containsExactly(
                        "2025-05-03",
                        "2025-05-19",
                        "2025-05-28",
                        "2025-06-13",
                        "2025-06-20",
                        "2025-06-26",
                        "2025-06-27");
        assertThat(days(patrols.coordinator, RiverPatrols.LESSONS, "RETURNED")).containsExactly("2025-05-28");
        assertThat(inbox(RiverPatrols.LESSONS)).containsExactlyInAnyOrder("REMINDER 2025-06-02", "REMINDER 2025-06-27");
        // when it is settled
        patrols.submitAndCheck(RiverPatrols.LESSONS);
        patrols.decide(patrols.reviewer, Decision.APPROVE, "");
        patrols.travelTo(LocalDate.of(2025, 9, 1));
        assertThat(days(patrols.coordinator, RiverPatrols.LESSONS, "REMINDER", "OVERDUE"))
                .hasSize(7);
        assertThat(days(patrols.chair, RiverPatrols.LESSONS, "ESCALATION")).isEmpty();
    }

    @Test
    void remindsTheReviewerAndInformsOthers_whenNobodyDecides() {
        // given: assigned on 3 March, due on 24 March
        patrols.submitAndCheck(RiverPatrols.UNIT);
        // when
        patrols.travelTo(LocalDate.of(2025, 4, 30));
        // then
        assertThat(days(patrols.reviewer, RiverPatrols.UNIT, "TO_REVIEW")).containsExactly("2025-03-03");
        assertThat(days(patrols.reviewer, RiverPatrols.UNIT, "REVIEW_REMINDER", "REVIEW_OVERDUE"))
                .containsExactly("2025-03-10", "2025-03-17", "2025-03-24", "2025-03-27", "2025-03-31");
        assertThat(days(patrols.reviewer, RiverPatrols.UNIT, "REVIEW_ESCALATION"))
                .isEmpty();
        assertThat(days(patrols.second, RiverPatrols.UNIT, "REVIEW_ESCALATION")).containsExactly("2025-03-31");
        assertThat(days(patrols.chair, RiverPatrols.UNIT, "REVIEW_ESCALATION")).containsExactly("2025-04-07");
        assertThat(days(patrols.secretariat, RiverPatrols.UNIT, "REVIEW_ESCALATION"))
                .containsExactly("2025-04-21");
        Actor own = patrols.person(Role.CHS_REVIEWER, patrols.key().state());
        assertThat(days(own, RiverPatrols.UNIT, "REVIEW_REMINDER")).isEmpty();
    }

    @Test
    void tellsTheNewReviewerWhoHasTheWholeTime_whenTheChairReassigns() {
        // given: nobody decided; on day 35 the chair is told
        patrols.submitAndCheck(RiverPatrols.UNIT);
        patrols.travelTo(LocalDate.of(2025, 4, 7));
        assertThat(days(patrols.chair, RiverPatrols.UNIT, "REVIEW_ESCALATION")).containsExactly("2025-04-07");
        // when
        Actor third = patrols.person(Role.CHS_REVIEWER, "MEX");
        reassign(third);
        // then
        assertThat(patrols.openReview(third).dueDate()).isEqualTo(LocalDate.of(2025, 4, 28));
        assertThat(days(third, RiverPatrols.UNIT, "TO_REVIEW")).containsExactly("2025-04-07");
        patrols.travelTo(LocalDate.of(2025, 5, 13));
        assertThat(days(third, RiverPatrols.UNIT, "REVIEW_REMINDER", "REVIEW_OVERDUE"))
                .containsExactly("2025-04-14", "2025-04-21", "2025-04-28", "2025-05-01", "2025-05-05");
        assertThat(days(patrols.reviewer, RiverPatrols.UNIT, "REVIEW_OVERDUE"))
                .containsExactly("2025-03-27", "2025-03-31");
        assertThat(days(patrols.chair, RiverPatrols.UNIT, "REVIEW_ESCALATION"))
                .containsExactly("2025-04-07", "2025-05-12");
        // and it is on the record, by whom
        assertThat(jdbc.sql(
                                "select act || ' ' || username from audit_entry where subject in (:subjects) and act like '%ssigned'"
                                        + " or subject in (:subjects) and act = 'ReviewersNamed'")
                        .param(
                                "subjects",
                                List.of(patrols.key().toString(), patrols.key().state() + ":T1"))
                        .query(String.class)
                        .list())
                .contains("Assigned " + patrols.chair.username(), "ReviewersNamed " + patrols.chair.username());
    }

    /** The timers of the diagram have not opened a ladder yet: they wait until the new date says so. */
    @Test
    void remindsByTheNewDate_whenTheChairReassignsEarly() {
        patrols.submitAndCheck(RiverPatrols.UNIT);
        patrols.travelTo(LocalDate.of(2025, 3, 6));
        Actor third = patrols.person(Role.CHS_REVIEWER, "MEX");
        reassign(third);
        patrols.travelTo(LocalDate.of(2025, 3, 28));
        assertThat(days(third, RiverPatrols.UNIT, "REVIEW_REMINDER", "REVIEW_OVERDUE"))
                .containsExactly("2025-03-13", "2025-03-20", "2025-03-27");
        // when the same people are named again, nothing begins again
        reassign(third);
        assertThat(patrols.openReview(third).dueDate()).isEqualTo(LocalDate.of(2025, 3, 27));
        assertThat(days(third, RiverPatrols.UNIT, "TO_REVIEW")).containsExactly("2025-03-06");
    }

    private void reassign(Actor primary) {
        patrols.as(patrols.chair, () -> {
            reviewers.assign(patrols.key().state(), "T1", primary.id(), patrols.second.id());
            return true;
        });
    }

    @Test
    void goesOnRemindingTheReviewer_whenARequestForMoreTimeIsDecided() {
        // given: more time was asked for, then the stage was handed in all the same
        patrols.as(
                patrols.coordinator,
                () -> extensions.request(patrols.key(), RiverPatrols.UNIT, LocalDate.of(2025, 10, 1), "Rain"));
        patrols.submitAndCheck(RiverPatrols.UNIT);
        patrols.travelTo(LocalDate.of(2025, 3, 11));
        // when: it was asked first and is decided first
        patrols.decide(patrols.reviewer, Decision.REFUSE, "No");
        patrols.travelTo(LocalDate.of(2025, 3, 18));
        // then
        assertThat(days(patrols.reviewer, RiverPatrols.UNIT, "REVIEW_REMINDER")).contains("2025-03-10", "2025-03-17");
    }

    @Test
    void takesEachStepOnce_givenTwoTakersAtOnce() throws Exception {
        // given: many steps due at once
        openSecondRound();
        clock.moveTo(LocalDate.of(2025, 3, 4).atTime(16, 0).toInstant(java.time.ZoneOffset.UTC));
        int many = 2000;
        UUID ladder = DataScope.SYSTEM.call(() -> transaction.execute(status -> jdbc.sql(
                        "select id from reminder_ladder where undertaking = :u and stage = :s and kind = 'REMINDER'")
                .param("u", patrols.key().toString())
                .param("s", YEAR.toString())
                .query(UUID.class)
                .single()));
        DataScope.SYSTEM.run(() -> transaction.executeWithoutResult(status ->
                jdbc.sql("""
                insert into reminder_step (id, ladder_id, state, due_version, day_offset, repeat_days, audience, due_day)
                select gen_random_uuid(), l.id, l.state, l.due_version, 1000 + n, 0, 'COORDINATORS', '2025-03-04'
                from reminder_ladder l, generate_series(1, :many) n where l.id = :ladder
                """).param("many", many).param("ladder", ladder).update()));
        // when
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<Integer>> takers = new ArrayList<>();
        for (int taker = 0; taker < 2; taker++) {
            takers.add(two.submit(() -> {
                go.await();
                return reminders.takeDue();
            }));
        }
        long start = System.nanoTime();
        go.countDown();
        int taken = takers.get(0).get() + takers.get(1).get();
        Duration lasted = Duration.ofNanos(System.nanoTime() - start);
        two.shutdown();
        // then
        assertThat(taken).isGreaterThanOrEqualTo(many);
        // the second that one node may need is measured by RemindersUnderFire on a quiet machine; here others are at
        // work
        assertThat(lasted).as("2,000 steps").isLessThan(Duration.ofSeconds(10));
        assertThat(count(patrols.coordinator, "OVERDUE")).isEqualTo(many);
        assertThat(reminders.takeDue()).isZero();
        assertThat(count(patrols.coordinator, "OVERDUE")).isEqualTo(many);
    }

    @Test
    void showsThePersonsOwnNoticesInTheirLanguage() {
        NoticeView opened = patrols.as(
                patrols.coordinator, () -> notices.page(Paging.first()).items().get(0));
        assertThat(opened.kind()).isEqualTo(NoticeKind.STAGE_OPENED);
        assertThat(words.text(opened, Locale.ENGLISH)).isEqualTo("New stage open: T1.S1 Patrol unit and plan");
        assertThat(words.text(opened, Locale.forLanguageTag("es"))).startsWith("Nueva etapa abierta: T1.S1");
        assertThat(patrols.as(patrols.coordinator, notices::unread)).isEqualTo(1);
        patrols.as(patrols.coordinator, () -> {
            notices.read(opened.id());
            return true;
        });
        assertThat(patrols.as(patrols.coordinator, notices::unread)).isZero();
        assertThat(patrols.as(
                        patrols.observer, () -> notices.page(Paging.first()).items()))
                .isEmpty();
    }

    @Test
    void remindsThePrincipalsAndEscalatesToTheAlternates() {
        // given
        Actor alternate =
                patrols.person(Role.NATIONAL_COORDINATOR, patrols.key().state());
        jdbc.sql("update account set alternate = true where id = ?")
                .param(alternate.id())
                .update();
        try {
            openSecondRound();
            // when: three days overdue, the first step of X2
            patrols.travelTo(LocalDate.of(2025, 4, 6));
            // then
            assertThat(days(alternate, YEAR, "ESCALATION")).containsExactly("2025-04-05");
            assertThat(days(alternate, YEAR, "REMINDER", "OVERDUE")).isEmpty();
            assertThat(days(patrols.coordinator, YEAR, "ESCALATION")).isEmpty();
            assertThat(days(patrols.coordinator, YEAR, "OVERDUE")).containsExactly("2025-04-05");
        } finally {
            jdbc.sql("update account set active = false where id = ?")
                    .param(alternate.id())
                    .update();
        }
    }

    @Test
    void tellsThoseWhoWatchAllThatHappens() {
        // given
        Actor auditor = patrols.person(Role.AUDITOR, null);
        run(auditor, () -> watching.choose(patrols.key(), Watching.Mode.WATCH));
        // when
        String cycle = patrols.key().cycle();
        LocalDate meeting = Objects.requireNonNull(cycles.get(cycle).meetingDate());
        run(
                patrols.person(Role.ADMINISTRATOR, null),
                () -> cycles.moveMeetingDate(cycle, meeting.plusDays(30), "The host asked for it.", "x", true));
        patrols.as(
                patrols.coordinator,
                () -> extensions.request(patrols.key(), RiverPatrols.UNIT, LocalDate.of(2025, 12, 1), "Rain"));
        patrols.decide(patrols.reviewer, Decision.GRANT, "");
        run(patrols.chair, () -> suspensions.suspend(patrols.key(), "Flood"));
        run(patrols.chair, () -> suspensions.resume(patrols.key()));
        patrols.submitAndCheck(RiverPatrols.UNIT);
        patrols.decide(patrols.reviewer, Decision.APPROVE, "");
        run(patrols.chair, () -> reopenings.reopen(patrols.key(), RiverPatrols.UNIT, "Wrong figure"));
        // then
        List<NoticeKind> told = patrols.as(auditor, () -> notices.page(Paging.first())).items().stream()
                .map(NoticeView::kind)
                .toList();
        assertThat(told)
                .contains(
                        NoticeKind.EXTENSION_GRANTED,
                        NoticeKind.SUSPENDED,
                        NoticeKind.RESUMED,
                        NoticeKind.APPROVED,
                        NoticeKind.STAGE_OPENED,
                        NoticeKind.REOPENED,
                        NoticeKind.DATES_MOVED)
                .doesNotContain(NoticeKind.DATES_CHANGED);
    }

    private void run(Actor person, Runnable work) {
        patrols.as(
                person,
                () -> transaction.execute(status -> {
                    work.run();
                    return true;
                }));
    }

    /** Kind and date of what the coordinator's inbox holds of the series of a stage. */
    private List<String> inbox(StageKey stage) {
        return patrols.as(patrols.coordinator, () -> notices.page(new Paging(0, 200))).items().stream()
                .filter(notice -> stage.equals(notice.stage()) && notice.kind().isOfSeries())
                .filter(notice -> notice.kind() != NoticeKind.ESCALATION)
                .map(notice -> notice.kind() + " " + notice.dueDate())
                .toList();
    }

    private void openSecondRound() {
        patrols.submitAndCheck(RiverPatrols.UNIT);
        patrols.decide(patrols.reviewer, Decision.APPROVE, "");
        patrols.travelTo(LocalDate.of(2025, 3, 3));
    }

    private List<String> days(Actor person, StageKey stage, String... kinds) {
        return DataScope.SYSTEM.call(() -> transaction.execute(
                status -> jdbc.sql("select cast(created_at at time zone 'America/New_York' as date) as day from notice"
                                + " where person = :person and undertaking = :undertaking and stage = :stage and kind in (:kinds)"
                                + " order by day")
                        .param("person", person.id())
                        .param("undertaking", patrols.key().toString())
                        .param("stage", stage.toString())
                        .param("kinds", List.of(kinds))
                        .query((row, n) -> row.getString("day"))
                        .list()));
    }

    private long count(Actor person, String kind) {
        return DataScope.SYSTEM.call(() -> transaction.execute(
                status -> jdbc.sql("select count(*) from notice where person = :person and kind = :kind")
                        .param("person", person.id())
                        .param("kind", kind)
                        .query(Long.class)
                        .single()));
    }
}

package org.randot.commitments.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.reminders.Escalations;
import org.randot.commitments.reminders.ReminderEffect;
import org.randot.commitments.reminders.Watching;
import org.randot.commitments.reminders.mail.Mails.SentMail;
import org.randot.commitments.review.Decision;
import org.randot.commitments.review.RiverPatrols;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees what was sent, who may send it again, and what people may choose. */
@IntegrationTest
class MailPagesTests {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JavaMailSender sender;

    @Autowired
    private Courier courier;

    @Autowired
    private Composer composer;

    @Autowired
    private Mails mails;

    @Autowired
    private Watching watching;

    @Autowired
    private MailPreferences preferences;

    @Autowired
    private Escalations escalations;

    @Autowired
    private ReminderEffect effect;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private RiverPatrols patrols;
    private PostOffice post;
    private Actor administrator = Actor.SYSTEM;
    private Duration offset = Duration.ZERO;

    @BeforeEach
    void launch() throws InterruptedException {
        offset = clock.offset();
        post = new PostOffice(sender, courier, jdbc, transaction);
        post.open();
        patrols = beans.createBean(RiverPatrols.class);
        patrols.launch();
        administrator = patrols.person(Role.ADMINISTRATOR, null);
        post.address(patrols.coordinator.id(), "coordinator", "EN", "America/New_York");
    }

    @AfterEach
    void comeBack() {
        post.close();
        patrols.cancel();
        clock.shiftBy(offset);
    }

    @Test
    void showsToEachTheOwnAndToOverseersAll() {
        // given
        patrols.travelTo(LocalDate.of(2025, 3, 4));
        post.deliver();
        // then
        List<SentMail> own = patrols.as(patrols.coordinator, () -> mails.mine(Paging.first()))
                .items();
        assertThat(own).hasSize(1);
        assertThat(own.get(0).status()).isEqualTo(Mails.Status.SENT);
        assertThat(own.get(0).subject()).isEqualTo("Your tasks: 1 open, 0 overdue");
        assertThat(patrols.as(patrols.secretariat, () -> mails.of(patrols.coordinator.username(), Paging.first()))
                        .items())
                .isEqualTo(own);
        assertThat(patrols.as(administrator, () -> mails.about(patrols.key(), Paging.first()))
                        .items())
                .containsAll(own);
        assertThatThrownBy(() ->
                        patrols.as(patrols.observer, () -> mails.of(patrols.coordinator.username(), Paging.first())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> patrols.as(patrols.coordinator, () -> mails.about(patrols.key(), Paging.first())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> patrols.as(patrols.secretariat, () -> mails.all(Optional.empty(), Paging.first())))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void sendsAFailedMailAgain_whenTheAdministratorSaysSo() {
        // given: nobody knew the address
        jdbc.sql("update account set email = null where id = ?")
                .param(patrols.coordinator.id())
                .update();
        patrols.travelTo(LocalDate.of(2025, 3, 4));
        SentMail failed = mine();
        assertThat(failed.status()).isEqualTo(Mails.Status.FAILED);
        assertThat(failed.error()).isEqualTo("NO_ADDRESS");
        assertThat(patrols.as(administrator, mails::trouble).failed()).isPositive();
        // when there still is none
        Browser browser = signedIn("administrator");
        String again = "/admin/mail/" + failed.id() + "/resend";
        assertThat(browser.get("/admin/people/" + patrols.coordinator.id()).body())
                .contains("/mail?person=" + patrols.coordinator.username());
        assertThat(browser.get("/admin/mail?status=FAILED").body()).contains(again);
        browser.post(again, Map.of());
        assertThat(browser.get("/admin/mail").body()).contains("no mail address yet");
        // when
        post.address(patrols.coordinator.id(), "late", "EN", "America/New_York");
        browser.post(again, Map.of());
        post.deliver();
        // then
        assertThat(mine().status()).isEqualTo(Mails.Status.SENT);
        assertThat(post.heads()).hasSize(1);
        assertThatThrownBy(() -> patrols.as(patrols.coordinator, () -> {
                    mails.resend(failed.id());
                    return true;
                }))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void givesUpVisibly_givenADayWithoutServer() {
        // given
        patrols.travelTo(LocalDate.of(2025, 3, 4));
        post.close();
        // when
        for (int hour = 0; hour <= 25; hour++) {
            clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
            while (isDue()) {
                post.deliver();
            }
        }
        // then
        assertThat(mine().status()).isEqualTo(Mails.Status.FAILED);
        assertThat(mine().error()).isEqualTo("UNREACHABLE");
        assertThat(mine().attempts()).isGreaterThan(10);
    }

    @Test
    void tellsWatchersAndSparesWhoMuted() {
        // given
        Actor auditor = patrols.person(Role.AUDITOR, null);
        post.address(auditor.id(), "watcher", "EN", "UTC");
        choose(auditor, Watching.Mode.WATCH);
        choose(patrols.coordinator, Watching.Mode.MUTE);
        post.address(patrols.observer.id(), "observer", "EN", "UTC");
        choose(patrols.observer, Watching.Mode.MUTE);
        patrols.as(patrols.observer, () -> {
            preferences.choose(new Rhythm(ZoneId.of("UTC"), true, Rhythm.QUIET_FROM, Rhythm.QUIET_UNTIL));
            return true;
        });
        // when
        patrols.submitAndCheck(RiverPatrols.UNIT);
        patrols.decide(patrols.reviewer, Decision.APPROVE, "");
        composer.compose();
        post.deliver();
        // then
        assertThat(post.heads()).anySatisfy(line -> assertThat(line).contains("watcher | en | Milestone approved"));
        assertThat(post.heads()).noneSatisfy(line -> assertThat(line).contains("| coordinator |"));
        // but not of what is overdue
        patrols.travelTo(LocalDate.of(2025, 7, 1));
        while (isDue()) {
            post.deliver();
        }
        assertThat(post.heads()).anySatisfy(line -> assertThat(line).contains("| coordinator |"));
        // nor of what is escalated, on a Saturday
        assertThat(post.heads()).contains("2025-04-12 | observer | en | For your attention: 1 items, 1 overdue");
    }

    @Test
    void listsWhatWasEscalatedAndWhichRemindersHelped() {
        // given: S2 and S3 open; S3 handed in a day after a reminder
        patrols.submitAndCheck(RiverPatrols.UNIT);
        patrols.decide(patrols.reviewer, Decision.APPROVE, "");
        patrols.travelTo(LocalDate.of(2025, 5, 20));
        patrols.submitAndCheck(RiverPatrols.LESSONS);
        // when
        List<ReminderEffect.OfStep> steps = patrols.as(patrols.secretariat, effect::steps);
        // then: R1, fourteen days before
        assertThat(steps).anySatisfy(step -> {
            assertThat(step.profile()).isEqualTo("R1");
            assertThat(step.offset()).isEqualTo(-14);
            assertThat(step.answered()).isPositive();
        });
        // and states are named that were told five times and never handed in within a week
        List<ReminderEffect.OfState> silent = patrols.as(
                patrols.secretariat,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    told("X-S", 5, 0);
                    told("X-A", 5, 1);
                    told("X-F", 4, 0);
                    return effect.withoutEffect();
                }));
        assertThat(silent)
                .filteredOn(state -> state.state().startsWith("X-"))
                .containsExactly(new ReminderEffect.OfState("X-S", 5));
        // and the yearly stage is on the chair's list twenty days after it was due
        List<Escalations.Item> open = patrols.as(patrols.chair, escalations::open);
        assertThat(open).anySatisfy(item -> {
            assertThat(item.undertaking()).isEqualTo(patrols.key());
            assertThat(item.stage()).hasToString("T1.S2:2024");
            assertThat(item.overdueDays()).isEqualTo(48);
        });
        assertThatThrownBy(() -> patrols.as(patrols.coordinator, escalations::open))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> patrols.as(patrols.chair, effect::steps)).isInstanceOf(Forbidden.class);
    }

    @Test
    void opensEveryPage() {
        patrols.travelTo(LocalDate.of(2025, 3, 4));
        assertThat(ok("coordinator.arg", "/profile/reminders")).contains("America/");
        ok("coordinator.arg", "/mail");
        assertThat(ok("administrator", "/admin/mail?status=WAITING")).contains("Your tasks");
        assertThat(ok("administrator", "/mail?undertaking=" + patrols.key())).contains("Your tasks");
        ok("administrator", "/mail?person=coordinator.arg");
        ok("secretariat", "/reminders/effect");
        ok("secretariat", "/escalations");
        ok("chair", "/escalations");
        assertThat(ok("secretariat", "/undertakings/" + patrols.key())).contains("/watch");
        Browser browser = signedIn("coordinator.arg");
        assertThat(browser.post("/profile/reminders/calendar", Map.of()).body()).contains(".ics");
        Map<String, String> form =
                Map.of("frequency", "weekly", "quietFrom", "21:30", "quietUntil", "06:00", "zone", "America/Lima");
        assertThat(browser.post("/profile/reminders", form).statusCode()).isBetween(302, 303);
        assertThat(browser.get("/profile/reminders").body()).contains("21:30").contains("America/Lima");
        Map<String, String> nowhere =
                Map.of("frequency", "daily", "quietFrom", "21:30", "quietUntil", "x", "zone", "America/Lima");
        assertThat(browser.post("/profile/reminders", nowhere).statusCode()).isEqualTo(422);
    }

    /** Reminders that a state was told, of which some were answered. */
    private void told(String state, int times, int answered) {
        jdbc.sql("""
                with l as (insert into reminder_ladder (id, undertaking, state, stage, subject, kind, profile, opened_on, due_date,
                    due_version, open) values (gen_random_uuid(), :state, :state, 'S', 'STAGE', 'REMINDER', 'R1', now(), now(), 1, false)
                    returning id)
                insert into reminder_step (id, ladder_id, state, due_version, day_offset, repeat_days, audience, due_day, taken_at,
                    answered_at) select gen_random_uuid(), l.id, :state, 1, n, 0, 'COORDINATORS', now(), now(),
                    case when n <= :answered then now() end from l, generate_series(1, :times) n
                """)
                .param("state", state)
                .param("answered", answered)
                .param("times", times)
                .update();
    }

    private SentMail mine() {
        return patrols.as(patrols.coordinator, () -> mails.mine(Paging.first()))
                .items()
                .get(0);
    }

    private void choose(Actor person, Watching.Mode mode) {
        patrols.as(person, () -> {
            watching.choose(patrols.key(), mode);
            return true;
        });
    }

    private boolean isDue() {
        return jdbc.sql("select exists (select 1 from outgoing_mail where status = 'WAITING' and next_attempt_at <= ?)")
                .param(clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private String ok(String username, String path) {
        var answer = signedIn(username).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("??");
        return answer.body();
    }

    private Browser signedIn(String username) {
        Browser browser = new Browser(port);
        browser.signIn(username, "demo");
        return browser;
    }
}

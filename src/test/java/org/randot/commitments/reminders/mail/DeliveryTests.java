package org.randot.commitments.reminders.mail;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.review.Decision;
import org.randot.commitments.review.RiverPatrols;
import org.randot.commitments.shared.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/** From what happened to what a real mail server received. */
@IntegrationTest
class DeliveryTests {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JavaMailSender sender;

    @Autowired
    private Courier courier;

    @Autowired
    private Composer composer;

    @Autowired
    private MailPreferences preferences;

    @Autowired
    private Cycles cycles;

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
    private Duration offset = Duration.ZERO;

    @BeforeEach
    void launch() throws InterruptedException {
        offset = clock.offset();
        post = new PostOffice(sender, courier, jdbc, transaction);
        post.open();
        jdbc.sql("update outgoing_mail set status = 'FAILED' where status = 'WAITING'")
                .update();
        patrols = beans.createBean(RiverPatrols.class);
        patrols.launch();
        post.address(patrols.coordinator.id(), "coordinator", "ES", "America/Sao_Paulo");
        post.address(patrols.reviewer.id(), "reviewer", "FR", "America/Toronto");
    }

    @AfterEach
    void comeBack() {
        post.close();
        patrols.cancel();
        clock.shiftBy(offset);
    }

    @Test
    void tellsTheDayInOneDigest_givenAPersonsLanguageAndZone() throws Exception {
        // when: the stage opened on 3 March in the forenoon; the digest comes when the quiet hours end
        patrols.travelTo(LocalDate.of(2025, 3, 4));
        post.deliver();
        // then
        assertThat(post.heads()).containsExactly("2025-03-04 | coordinator | es | Sus tareas: 1 abiertas, 0 vencidas");
        MimeMessage digest = post.messages()[0];
        assertThat(digest.getSentDate().toInstant())
                .isBetween(Instant.parse("2025-03-04T10:00:00Z"), Instant.parse("2025-03-04T17:59:59Z"));
        assertThat(PostOffice.body(digest))
                .contains("Nueva etapa abierta: T1.S1")
                .contains("https://commitments.example.org/undertakings/" + patrols.key())
                .doesNotContain("???");
        assertThat(digest.getHeader("Return-Path")[0]).contains("bounces@commitments.example.org");
        // when nothing new happens, nothing more is sent
        patrols.travelTo(LocalDate.of(2025, 3, 6));
        assertThat(post.deliver()).isZero();
    }

    @Test
    void tellsNewsAtOnce_whenAReviewIsDecided() {
        // given
        patrols.submitAndCheck(RiverPatrols.UNIT);
        // when
        patrols.decide(patrols.reviewer, Decision.APPROVE, "");
        composer.compose();
        post.deliver();
        // then
        assertThat(post.heads())
                .anySatisfy(
                        line -> assertThat(line).startsWith("2025-03-03 | coordinator | es | Hito aprobado: T1.M1"));
    }

    @Test
    void losesNothingAndSendsNothingTwice_givenAnHourWithoutMailServer() {
        // given
        patrols.travelTo(LocalDate.of(2025, 3, 4));
        post.close();
        // when
        for (int minute = 0; minute <= 60; minute += 5) {
            clock.moveTo(clock.instant().plus(Duration.ofMinutes(5)));
            assertThat(post.deliver()).isZero();
        }
        // then the administrator sees it
        assertThat(post.statuses()).anySatisfy(status -> assertThat(status).startsWith("waiting unreachable"));
        Browser browser = new Browser(port);
        browser.signIn("administrator", "demo");
        for (String page : List.of("/", "/admin/mail")) {
            assertThat(browser.get(page).body())
                    .as(page)
                    .contains("usa-alert--warning")
                    .contains("delayed since 4 Mar 2025");
        }
        // when it is back
        post.open();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(40)));
        assertThat(post.deliver()).isPositive();
        // then
        assertThat(post.heads()).containsExactly("2025-03-04 | coordinator | es | Sus tareas: 1 abiertas, 0 vencidas");
        assertThat(post.deliver()).isZero();
    }

    @Test
    void sendsOnceMoreUnderTheSameId_whenANodeDiedBeforeRecording() throws Exception {
        // given: claimed and sent by a node that died before it could say so
        patrols.travelTo(LocalDate.of(2025, 3, 4));
        post.deliver();
        String id = post.messages()[0].getMessageID();
        jdbc.sql(
                        "update outgoing_mail set status = 'SENDING', claimed_until = now() - interval '1 minute' where message_id = ?")
                .param(id)
                .update();
        // when
        post.deliver();
        // then
        MimeMessage[] both = post.messages();
        assertThat(Arrays.stream(both).map(DeliveryTests::idOf)).containsExactly(id, id);
        assertThat(both[1].getHeader("X-RANDOT-Sent-Again", null)).isEqualTo("yes");
        assertThat(both[1].getSubject()).isEqualTo(both[0].getSubject());
    }

    /** The first stage is due 400 days before the meeting, on 10 September 2025, and reminded by R2 (domain.md 3.2, rule 4). */
    @Test
    void remindsByTheNewDateAndRepeatsNothing_whenTheMeetingMovesAFewDays() {
        // given: the stage has opened, and 90 days before it is due the first reminder came
        patrols.travelTo(LocalDate.of(2025, 6, 12));
        // when: five days later everything is due five days later too; those 90 days would begin again
        Actor administrator = patrols.person(Role.ADMINISTRATOR, null);
        String cycle = patrols.key().cycle();
        LocalDate meeting = cycles.get(cycle).meetingDate();
        patrols.as(
                administrator,
                () -> transaction.execute(status -> cycles.moveMeetingDate(
                        cycle, requireNonNull(meeting).plusDays(5), "The host asked for it.", "administrator", true)));
        patrols.travelTo(LocalDate.of(2025, 9, 16));
        post.deliver();
        // then: one summary of the move, and the rest of the series by 15 September
        List<String> mails =
                new ArrayList<>(List.of("2025-06-12 | coordinator | es | Se modificaron sus fechas límite"));
        for (String day : "2025-03-04 2025-06-12 2025-07-17 2025-08-16 2025-09-01 2025-09-08 2025-09-15".split(" ")) {
            mails.add(day + " | coordinator | es | Sus tareas: 1 abiertas, 0 vencidas");
        }
        assertThat(post.heads()).containsExactlyInAnyOrderElementsOf(mails);
    }

    /** Mondays; but what is overdue since Wednesday 17 and 24 September comes on those days. */
    @Test
    void comesOnMondaysAndAtOnceWhenOverdue_givenAWeeklyPerson() {
        // given
        patrols.as(patrols.coordinator, () -> {
            ZoneId zone = ZoneId.of("America/Sao_Paulo");
            preferences.choose(new Rhythm(zone, true, Rhythm.QUIET_FROM, Rhythm.QUIET_UNTIL));
            return true;
        });
        // when
        patrols.travelTo(LocalDate.of(2025, 9, 25));
        post.deliver();
        // then
        List<String> mails = new ArrayList<>();
        for (String day : "2025-03-10 2025-06-16 2025-07-14 2025-08-11 2025-09-01 2025-09-08".split(" ")) {
            mails.add(day + " | coordinator | es | Sus tareas: 1 abiertas, 0 vencidas");
        }
        for (String day : "2025-09-15 2025-09-17 2025-09-24".split(" ")) {
            mails.add(day + " | coordinator | es | Sus tareas: 1 abiertas, 1 vencidas");
        }
        assertThat(post.heads()).containsExactlyInAnyOrderElementsOf(mails);
    }

    @Test
    void leavesOutWhatWasSettledMeanwhile() {
        // given: handed in on the day it opened, and checked on the same day
        post.address(patrols.secretariat.id(), "secretariat", "EN", "America/New_York");
        patrols.submitAndCheck(RiverPatrols.UNIT);
        // when the quiet hours end
        patrols.travelTo(LocalDate.of(2025, 3, 4));
        post.deliver();
        // then: neither that the stage opened nor that it has to be checked
        assertThat(post.heads()).hasSize(1).allMatch(line -> line.contains("| reviewer | fr | Jalon à examiner"));
    }

    private static String idOf(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

package org.randot.commitments.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.review.RiverPatrols;
import org.randot.commitments.shared.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminders follow the meeting, and nobody hears twice what has been said (domain.md 3.2, rule 4). */
@IntegrationTest
class MovedMeetingTests {
    /** Of the demonstration cycle; the first stage is due 400 days before it, on 10 September 2025, and reminded by R2. */
    private static final LocalDate MEETING = LocalDate.of(2026, 10, 15);

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JavaMailSender sender;

    @Autowired
    private Courier courier;

    @Autowired
    private Cycles cycles;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private RiverPatrols patrols;
    private PostOffice post;
    private Duration offset = Duration.ZERO;

    @BeforeEach
    void launch() throws InterruptedException {
        offset = clock.offset();
        post = new PostOffice(sender, courier, jdbc, transaction);
        post.open();
        patrols = beans.createBean(RiverPatrols.class);
        patrols.launch();
        post.address(patrols.coordinator.id(), "coordinator", "EN", "America/New_York");
    }

    @AfterEach
    void comeBack() {
        post.close();
        patrols.cancel();
        clock.shiftBy(offset);
    }

    @Test
    void remindsByTheNewDateAndRepeatsNothing_whenTheMeetingMovesAFewDays() {
        // given: the stage has opened, and 90 days before it is due the first reminder came
        patrols.travelTo(LocalDate.of(2025, 6, 12));
        // when: five days later everything is due five days later too; those 90 days would begin again
        moves(MEETING.plusDays(5));
        patrols.travelTo(LocalDate.of(2025, 9, 16));
        post.deliver();
        // then: one summary of the move, and the rest of the series by 15 September
        assertThat(post.received())
                .containsExactly(
                        digest("2025-03-04"),
                        "2025-06-12 | coordinator | en | Your due dates have changed",
                        digest("2025-06-12"),
                        digest("2025-07-17"),
                        digest("2025-08-16"),
                        digest("2025-09-01"),
                        digest("2025-09-08"),
                        digest("2025-09-15"));
    }

    private static String digest(String day) {
        return day + " | coordinator | en | Your tasks: 1 open, 0 overdue";
    }

    private void moves(LocalDate meeting) {
        Actor administrator = patrols.person(Role.ADMINISTRATOR, null);
        patrols.as(
                administrator,
                () -> transaction.execute(status -> cycles.moveMeetingDate(
                        patrols.key().cycle(), meeting, "The host asked for it.", "administrator", true)));
    }
}

package org.randot.commitments.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.review.Decision;
import org.randot.commitments.review.RiverPatrols;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.undertakings.Mark;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/** A year of three states: one that works, one that forgets, one that is given back; and every mail that a real server received. */
@IntegrationTest
class CycleOfThreeStatesTests {
    private static final StageKey YEAR = StageKey.parse("T1.S2:2024");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JavaMailSender sender;

    @Autowired
    private Courier courier;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private PostOffice post;
    private RiverPatrols diligent;
    private RiverPatrols forgetful;
    private RiverPatrols corrected;
    private Duration offset = Duration.ZERO;

    @BeforeEach
    void launch() throws InterruptedException {
        offset = clock.offset();
        post = new PostOffice(sender, courier, jdbc, transaction);
        post.open();
        diligent = launched("diligent", "ES", "America/Sao_Paulo");
        forgetful = launched("forgetful", "PT", "America/New_York");
        corrected = launched("corrected", "FR", "UTC");
    }

    @AfterEach
    void comeBack() {
        post.close();
        List.of(diligent, forgetful, corrected).forEach(RiverPatrols::cancel);
        clock.shiftBy(offset);
    }

    @Test
    void receivesExactlyTheseMails_givenAWholeCycle() {
        // when: March, the first stage of each
        day(2025, 3, 5);
        diligent.submitAndCheck(RiverPatrols.UNIT);
        corrected.submitAndCheck(RiverPatrols.UNIT);
        diligent.decide(diligent.reviewer, Decision.APPROVE, "");
        corrected.decide(corrected.reviewer, Decision.RETURN, "More", new Mark("/staff", "?"));
        day(2025, 3, 10);
        corrected.submitAndCheck(RiverPatrols.UNIT);
        corrected.decide(corrected.reviewer, Decision.APPROVE, "");
        day(2025, 3, 12);
        // the rest of what the diligent state owes, in time
        diligent.submitAndCheck(RiverPatrols.LESSONS);
        diligent.decide(diligent.reviewer, Decision.APPROVE, "");
        diligent.submitAndCheck(YEAR);
        diligent.decide(diligent.reviewer, Decision.APPROVE, "");
        // and the year goes by
        day(2025, 9, 1);
        while (post.deliver() > 0) {
            assertThat(post.deliver()).isZero();
        }
        // then
        assertThat(post.received()).containsExactlyElementsOf(List.of());
    }

    private RiverPatrols launched(String name, String language, String zone) throws InterruptedException {
        RiverPatrols patrols = beans.createBean(RiverPatrols.class);
        patrols.launch();
        post.address(patrols.coordinator.id(), name, language, zone);
        post.address(patrols.observer.id(), name + ".observer", language, zone);
        post.address(patrols.reviewer.id(), name + ".reviewer", "EN", "America/Toronto");
        return patrols;
    }

    private void day(int year, int month, int day) {
        diligent.travelTo(LocalDate.of(year, month, day));
    }
}

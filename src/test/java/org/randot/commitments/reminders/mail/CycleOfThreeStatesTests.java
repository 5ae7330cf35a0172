package org.randot.commitments.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
        day(2025, 10, 30);
        while (post.deliver() > 0) {
            assertThat(post.deliver()).isZero();
        }
        // then
        assertThat(post.received()).containsExactlyInAnyOrderElementsOf(expected());
    }

    private List<String> expected() {
        String first = diligent.stateName();
        String third = corrected.stateName();
        List<String> mails = new ArrayList<>(List.of(
                "2025-03-05 | diligent.reviewer | en | Milestone to review: " + first
                        + ", T1.M1 Unit named and patrols planned",
                "2025-03-05 | diligent | es | Hito aprobado: T1.M1 Unidad designada y patrullas planificadas",
                "2025-03-12 | diligent.reviewer | en | Milestone to review: " + first
                        + ", T1.M2 Patrols of the year validated",
                "2025-03-12 | diligent | es | Hito aprobado: T1.M2 Patrullas del año validadas",
                "2025-03-12 | diligent.reviewer | en | Milestone to review: " + first
                        + ", T1.M3 Lessons available to all",
                "2025-03-12 | diligent | es | Hito aprobado: T1.M3 Lecciones a disposición de todos",
                "2025-03-05 | corrected.reviewer | en | Milestone to review: " + third
                        + ", T1.M1 Unit named and patrols planned",
                "2025-03-05 | corrected | fr | L'étape « T1.S1 Unité de patrouille et plan » a été renvoyée avec des questions",
                "2025-03-10 | corrected.reviewer | en | Milestone to review: " + third
                        + ", T1.M1 Unit named and patrols planned",
                "2025-03-10 | corrected | fr | Jalon approuvé : T1.M1 Unité désignée et patrouilles planifiées"));
        // stages open; for the second round the first reminder of the yearly stage falls on the same day
        mails.addAll(digests("diligent | es | Sus tareas: 1 abiertas, 0 vencidas", "2025-03-04"));
        mails.addAll(digests("diligent | es | Sus tareas: 2 abiertas, 0 vencidas", "2025-03-06"));
        // due on 10 September, R2 and X1: -90, -60, -30, -14, -7, 0; +7 (escalation), +14, +30
        mails.addAll(digests(
                "forgetful | pt | Suas tarefas: 1 abertas, 0 vencidas",
                "2025-03-04 2025-06-12 2025-07-12 2025-08-11 2025-08-27 2025-09-03 2025-09-10"));
        mails.addAll(
                digests("forgetful | pt | Suas tarefas: 1 abertas, 1 vencidas", "2025-09-17 2025-09-24 2025-10-10"));
        mails.addAll(digests("forgetful.observer | pt | Para sua atenção: 1 itens, 1 vencidos", "2025-10-01"));
        mails.addAll(digests("corrected | fr | Vos tâches : 1 ouvertes, 0 en retard", "2025-03-04"));
        // the yearly stage is due on 9 April, R3 and X2; the last one on 9 June, R1 and X1; both never handed in
        mails.addAll(digests(
                "corrected | fr | Vos tâches : 2 ouvertes, 0 en retard",
                "2025-03-11 2025-03-26 2025-04-02 2025-04-06 2025-04-08 2025-04-09"));
        mails.addAll(digests(
                "corrected | fr | Vos tâches : 2 ouvertes, 1 en retard",
                "2025-04-12 2025-04-16 2025-04-23 2025-05-07 2025-05-10 2025-05-21 2025-05-26 2025-06-02 2025-06-04"
                        + " 2025-06-08 2025-06-09"));
        mails.addAll(digests(
                "corrected | fr | Vos tâches : 2 ouvertes, 2 en retard",
                "2025-06-16 2025-06-18 2025-06-23 2025-07-02 2025-07-09 2025-07-16 2025-07-30 2025-08-08 2025-08-13"
                        + " 2025-08-27 2025-09-07 2025-09-10 2025-09-24 2025-10-07 2025-10-08 2025-10-22"));
        mails.addAll(digests(
                "corrected.observer | fr | À votre attention : 1 points, 1 en retard", "2025-04-19 2025-06-30"));
        return mails;
    }

    private static List<String> digests(String mail, String days) {
        return Arrays.stream(days.split(" ")).map(day -> day + " | " + mail).toList();
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

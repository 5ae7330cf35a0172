package org.randot.commitments.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.reference.States;
import org.randot.commitments.review.Decision;
import org.randot.commitments.review.RiverPatrols;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Text;
import org.randot.commitments.undertakings.Mark;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.io.ClassPathResource;
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

    @Autowired
    private States states;

    private final Map<RiverPatrols, String> names = new LinkedHashMap<>();
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
        // told of all three
        post.address(diligent.secretariat.id(), "secretariat", "EN", "America/New_York");
        post.address(diligent.chair.id(), "chair", "ES", "America/New_York");
    }

    @AfterEach
    void comeBack() {
        post.close();
        List.of(diligent, forgetful, corrected).forEach(RiverPatrols::cancel);
        // others find their states without alternates, as they were
        jdbc.sql("update account set active = false where alternate").update();
        clock.shiftBy(offset);
    }

    @Test
    @Timeout(60)
    void receivesExactlyTheseMails_givenAWholeCycle() throws IOException {
        // when: March, the first stage of each
        day(2025, 3, 5);
        diligent.submitAndCheck(RiverPatrols.UNIT);
        diligent.decide(diligent.reviewer, Decision.APPROVE, "");
        day(2025, 3, 6);
        corrected.submitAndCheck(RiverPatrols.UNIT);
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
        String received = named(String.join("\n", post.received()) + "\n");
        Files.writeString(Path.of("target/three-states.txt"), received);
        assertThat(received)
                .as("mails as in src/test/resources/mails/three-states.txt; those received: target/three-states.txt")
                .isEqualTo(new ClassPathResource("mails/three-states.txt").getContentAsString(StandardCharsets.UTF_8));
    }

    /** The three states by their part in the story, whichever they are in this run. */
    private String named(String mails) {
        String text = mails.replaceAll("/reviews/[0-9a-f-]{36}", "/reviews/…");
        for (RiverPatrols patrols : List.of(diligent, forgetful, corrected)) {
            String part = names.get(patrols);
            text = text.replace(patrols.key().toString(), part + ":T1");
            for (String name : namesOf(patrols)) {
                String place = "(?<!\\pL)" + Pattern.quote(name) + "(?=,| ?:)";
                text = text.replaceAll(place, part.toUpperCase(Locale.ROOT));
            }
        }
        return text;
    }

    /** In the four languages, the longest first. */
    private List<String> namesOf(RiverPatrols patrols) {
        Text name = states.get(patrols.key().state()).name();
        return Stream.of(name.en(), name.es(), name.pt(), name.fr())
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private RiverPatrols launched(String name, String language, String zone) throws InterruptedException {
        RiverPatrols patrols = beans.createBean(RiverPatrols.class);
        patrols.launch();
        names.put(patrols, name);
        post.address(patrols.coordinator.id(), name, language, zone);
        post.address(patrols.observer.id(), name + ".observer", language, zone);
        alternate(patrols, name, zone);
        post.address(patrols.reviewer.id(), name + ".reviewer", "EN", "America/Toronto");
        return patrols;
    }

    private void alternate(RiverPatrols patrols, String name, String zone) {
        Actor alternate =
                patrols.person(Role.NATIONAL_COORDINATOR, patrols.key().state());
        jdbc.sql("update account set alternate = true where id = ?")
                .param(alternate.id())
                .update();
        post.address(alternate.id(), name + ".alternate", "EN", zone);
    }

    private void day(int year, int month, int day) {
        diligent.travelTo(LocalDate.of(year, month, day));
    }
}

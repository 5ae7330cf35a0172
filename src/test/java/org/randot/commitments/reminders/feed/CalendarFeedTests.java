package org.randot.commitments.reminders.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.review.Decision;
import org.randot.commitments.review.RiverPatrols;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskStatus;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The feed read by a parser that is not ours (ical.js, as Thunderbird uses it). */
@IntegrationTest
class CalendarFeedTests {
    private static final String PARSE = """
            const ICAL = require('./node_modules/ical.js/dist/ical.es5.cjs'); let text = '';
            process.stdin.setEncoding('utf8').on('data', part => text += part).on('end', () => {
              const calendar = new ICAL.Component(ICAL.parse(text));
              console.log(JSON.stringify(calendar.getAllSubcomponents('vevent').map(each => {
                const event = new ICAL.Event(each);
                const alarms = each.getAllSubcomponents('valarm').map(alarm => alarm.getFirstPropertyValue('trigger').toString());
                return [event.startDate.toString(), event.startDate.isDate, alarms.join(' '), event.summary].join(' | ');
              })));
            });
            """;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private CalendarFeed feed;

    @Autowired
    private Tasks tasks;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private DueDateCalendar calendar;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MovableClock clock;

    private RiverPatrols patrols;
    private Duration offset = Duration.ZERO;

    @BeforeEach
    void launch() throws InterruptedException {
        offset = clock.offset();
        patrols = beans.createBean(RiverPatrols.class);
        patrols.launch();
        patrols.submitAndCheck(RiverPatrols.UNIT);
        patrols.decide(patrols.reviewer, Decision.APPROVE, "");
        patrols.travelTo(LocalDate.of(2025, 3, 3));
    }

    @AfterEach
    void comeBack() {
        patrols.cancel();
        clock.shiftBy(offset);
    }

    @Test
    void showsTheDatesOfTheTaskList_givenAnIndependentParser() throws Exception {
        // given
        String secret = patrols.as(patrols.coordinator, feed::make);
        TaskQuery open =
                new TaskQuery(null, null, null, EnumSet.of(TaskStatus.OPEN, TaskStatus.RETURNED), false, false, "");
        List<String> expected =
                patrols.as(patrols.coordinator, () -> tasks.list(open, Paging.first(), Locale.ENGLISH)).items().stream()
                        .filter(task -> task.dueDate() != null)
                        .map(task -> task.dueDate() + " | true | -P1W -P1D | " + task.stage() + " " + task.stageTitle()
                                + ": " + task.title())
                        .toList();
        // when
        List<String> shown = parse(read(secret));
        // then
        assertThat(expected).hasSizeGreaterThanOrEqualTo(2);
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void showsReviewsToReviewers() throws Exception {
        patrols.submitAndCheck(RiverPatrols.LESSONS);
        String secret = patrols.as(patrols.reviewer, feed::make);
        assertThat(parse(read(secret)))
                .anySatisfy(event -> assertThat(event).contains("Review due: " + patrols.stateName() + ", T1.S3"));
    }

    @Test
    void showsAllReviews_whenTheyAreMoreThanOnePage() {
        String shown = patrols.as(
                patrols.reviewer,
                () -> transaction.execute(status -> {
                    status.setRollbackOnly();
                    jdbc.sql("""
                            insert into review (id, version, kind, undertaking, state, commitment, stage, engine_task, status, submitted_by,
                                submitted_at, submissions, reason, due_date)
                            select gen_random_uuid(), 0, 'MILESTONE', :key, :state, 'T1', 'T1.S3', 'many ' || n, 'OPEN', :by, now(), '', '',
                                '2025-03-24' from generate_series(1, 201) n
                            """)
                            .param("key", patrols.key().toString())
                            .param("state", patrols.key().state())
                            .param("by", patrols.coordinator.id())
                            .update();
                    return calendar.of(patrols.reviewer);
                }));
        assertThat(Objects.requireNonNull(shown).split("UID:review-", -1)).hasSizeGreaterThan(201);
    }

    @Test
    void answersAlike_givenAnUnknownAndARevokedAddress() throws Exception {
        // given
        String first = patrols.as(patrols.coordinator, feed::make);
        String second = patrols.as(patrols.coordinator, feed::make);
        assertThat(second).hasSize(43).isNotEqualTo(first);
        // then: a new address replaces the former
        assertThat(web.get().uri("/calendar/" + second + ".ics")).hasStatusOk();
        assertThat(web.get().uri("/api/v1/calendar/" + second + ".ics")).hasStatusOk();
        // when
        run(patrols.coordinator, feed::revoke);
        // then
        String revoked = body("/api/v1/calendar/" + second + ".ics").replace(second, "");
        String unknown = body("/api/v1/calendar/" + first + ".ics").replace(first, "");
        assertThat(revoked).isEqualTo(unknown);
        assertThat(web.get().uri("/calendar/" + second + ".ics")).hasStatus(404);
    }

    private String read(String secret) throws Exception {
        var answer = web.get().uri("/calendar/" + secret + ".ics").exchange();
        assertThat(answer).hasStatusOk();
        assertThat(Objects.requireNonNull(answer.getResponse().getContentType()))
                .startsWith("text/calendar");
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String body(String path) throws Exception {
        return web.get().uri(path).exchange().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private void run(Actor person, Runnable work) {
        patrols.as(person, () -> {
            work.run();
            return true;
        });
    }

    private static List<String> parse(String calendar) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "-e", PARSE)
                .directory(Path.of("src/main/frontend").toFile())
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = node.getOutputStream()) {
            in.write(calendar.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(said).isZero();
        return new ObjectMapper().readValue(said, new TypeReference<>() {});
    }
}

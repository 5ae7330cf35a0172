package org.randot.commitments.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.randot.commitments.engine.TimeTravel;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.review.DecideReview;
import org.randot.commitments.review.ReviewQuery;
import org.randot.commitments.review.ReviewStatus;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.AddEvidence;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.SubmitTask;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** The beginning of a cycle, for as long as a test class lasts; what happens in the background happens when it is asked for. */
final class Season implements AutoCloseable {
    static final String CYCLE = "RANDOT-V";
    static final LocalDate MEETING = LocalDate.of(2026, 10, 15);
    private static final Instant BEGINNING = Instant.parse("2025-03-03T13:00:00Z");

    private final ApplicationContext context;
    private final Duration offset;

    private Season(ApplicationContext context) {
        this.context = context;
        offset = context.getBean(MovableClock.class).offset();
    }

    static Season begins(ApplicationContext context) {
        Season season = new Season(context);
        context.getBean(MovableClock.class).moveTo(BEGINNING);
        return season;
    }

    Season withMeetingDate() {
        as("administrator", () -> context.getBean(Cycles.class).moveMeetingDate(CYCLE, MEETING, "test", "test", true));
        return this;
    }

    Season launched(String state, String commitment) {
        as("administrator", () -> context.getBean(Launches.class).launch(CYCLE, List.of(state), List.of(commitment)));
        backgroundWork();
        return this;
    }

    void backgroundWork() {
        context.getBean(Launches.class).finish();
        context.getBean(TimeTravel.class).runDueJobs();
    }

    TaskSummary firstTask(String state, String commitment) {
        TaskQuery query = new TaskQuery(state, commitment, null, Set.of(), false, false, "");
        return as(coordinator(state), () -> context.getBean(Tasks.class).list(query, new Paging(0, 1), Locale.ENGLISH))
                .items()
                .get(0);
    }

    /** Hands in the first form of firearms tracing with all that it asks for. */
    Season submitted(String state) {
        TaskSummary task = firstTask(state, "C1");
        as(coordinator(state), () -> {
            attached(task, "EV-DEC");
            attached(task, "EV-STA");
            Tasks tasks = context.getBean(Tasks.class);
            int version = tasks.saveDraft(new SaveDraft(task.id(), task.version(), baseline()), Locale.ENGLISH)
                    .version();
            tasks.submit(new SubmitTask(task.id(), version, null, "", List.of()), Locale.ENGLISH);
            return version;
        });
        backgroundWork();
        return this;
    }

    /** Decides in favour of whatever waits, in the order in which it comes. */
    Season approved(String state, String commitment) {
        decided("secretariat", "COMPLETE", state, commitment);
        decided("reviewer.usa", "APPROVE", state, commitment);
        return this;
    }

    private void decided(String who, String decision, String state, String commitment) {
        Reviews reviews = context.getBean(Reviews.class);
        ReviewQuery query = new ReviewQuery(Optional.empty(), Optional.of(state), Optional.of(commitment));
        as(
                who,
                () -> reviews.queue(query, Paging.first()).items().stream()
                        .filter(item -> item.status() == ReviewStatus.OPEN)
                        .map(item -> {
                            int version = reviews.open(item.id()).version();
                            return reviews.decide(
                                    new DecideReview(item.id(), version, decision, "", List.of(), Set.of()));
                        })
                        .toList());
        backgroundWork();
    }

    void attached(TaskSummary task, String kind) {
        AddEvidence about =
                new AddEvidence(task.id(), "document.pdf", Map.of("en", "Document"), kind, "", null, "en", "");
        context.getBean(EvidenceFiles.class).add(about, document());
    }

    static ClassPathResource document() {
        return new ClassPathResource("demo/demonstration-document.pdf");
    }

    static ObjectNode baseline() {
        try (InputStream in = new ClassPathResource("samples/baseline.json").getInputStream()) {
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    <T> T as(String username, Supplier<T> act) {
        Actor actor = context.getBean(People.class).byUsername(username).orElseThrow();
        return context.getBean(CurrentActor.class).callAs(actor, act);
    }

    private static String coordinator(String state) {
        return "coordinator." + state.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        context.getBean(MovableClock.class).shiftBy(offset);
    }
}

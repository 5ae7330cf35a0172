package org.randot.commitments.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reminders.Notices;
import org.randot.commitments.review.DecideReview;
import org.randot.commitments.review.ReviewItem;
import org.randot.commitments.review.ReviewQuery;
import org.randot.commitments.review.ReviewStatus;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.AddEvidence;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.SubmitTask;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the story. They use the same doors as everybody: the calls behind the pages and the REST API. */
@Component
@Profile("demo")
class Cast {
    private static final String SECRETARIAT = "secretariat";

    private final Tasks tasks;
    private final EvidenceFiles evidence;
    private final Reviews reviews;
    private final People people;
    private final CurrentActor actor;
    private final Props props;
    private final Notices notices;

    Cast(
            Tasks tasks,
            EvidenceFiles evidence,
            Reviews reviews,
            People people,
            CurrentActor actor,
            Props props,
            Notices notices) {
        this.tasks = tasks;
        this.evidence = evidence;
        this.reviews = reviews;
        this.people = people;
        this.actor = actor;
        this.props = props;
        this.notices = notices;
    }

    void submit(Story.Submission submission) {
        actor.runAs(
                coordinator(submission.state()),
                () -> openTasks(submission.state(), submission.stage(), submission::concerns)
                        .forEach(task -> submit(task, submission)));
    }

    private void submit(TaskSummary summary, Story.Submission submission) {
        ObjectNode given = submission.values();
        ObjectNode values = given == null
                ? props.values(tasks.get(summary.id(), Locale.ENGLISH).form().id())
                : given;
        List<String> warnings =
                tasks
                        .saveDraft(new SaveDraft(summary.id(), summary.version(), values), Locale.ENGLISH)
                        .findings()
                        .stream()
                        .map(FormFinding::code)
                        .toList();
        TaskView task = tasks.get(summary.id(), Locale.ENGLISH);
        if (task.evidence().isEmpty()) {
            task.asked().stream().filter(TaskView.EvidenceAsked::now).forEach(asked -> attach(summary, asked.rule()));
        }
        int version = task.task().version();
        tasks.submit(new SubmitTask(summary.id(), version, values, submission.comment(), warnings), Locale.ENGLISH);
    }

    private void attach(TaskSummary task, Commitment.EvidenceRule rule) {
        IntStream.range(0, rule.minimum())
                .forEach(number -> evidence.add(
                        new AddEvidence(
                                task.id(),
                                "demonstration-document.pdf",
                                Map.of("en", "Demonstration document"),
                                rule.kinds().get(0),
                                "",
                                null,
                                "en",
                                ""),
                        props.document()));
    }

    void saveDraft(Story.Draft draft) {
        actor.runAs(
                coordinator(draft.state()),
                () -> openTasks(draft.state(), draft.stage(), draft::concerns).forEach(task -> {
                    String form = tasks.get(task.id(), Locale.ENGLISH).form().id();
                    ObjectNode values = props.firstValues(form, draft.fields());
                    tasks.saveDraft(new SaveDraft(task.id(), task.version(), values), Locale.ENGLISH);
                }));
    }

    void check(Story.Submission submission) {
        decide(SECRETARIAT, submission, "COMPLETE", "", List.of());
    }

    void decide(Story.Submission submission) {
        String text = submission.text();
        decide(
                submission.reviewer(),
                submission,
                String.valueOf(submission.decision()),
                text == null ? "" : text,
                Optional.ofNullable(submission.marks()).orElse(List.of()));
    }

    private void decide(
            String username,
            Story.Submission submission,
            String decision,
            String text,
            List<org.randot.commitments.undertakings.Mark> marks) {
        Actor told = person(username);
        Actor decider = actor.callAs(told, () -> turn(told, openReview(submission)));
        actor.runAs(decider, () -> {
            ReviewItem item = openReview(submission);
            int version = reviews.open(item.id()).version();
            reviews.decide(new DecideReview(item.id(), version, decision, text, marks, Set.of()));
        });
    }

    /** The one of whom the story tells, unless somebody else was assigned. */
    private Actor turn(Actor told, ReviewItem item) {
        List<UUID> deciders = reviews.deciders(item.undertaking(), item.stage());
        return deciders.isEmpty() || deciders.contains(told.id())
                ? told
                : people.byId(deciders.get(0)).orElse(told);
    }

    private ReviewItem openReview(Story.Submission submission) {
        ReviewQuery query =
                new ReviewQuery(Optional.of(ReviewStatus.OPEN), Optional.of(submission.state()), Optional.empty());
        return reviews.queue(query, new Paging(0, Paging.LARGEST_SIZE)).items().stream()
                .filter(item -> submission.concerns(item.undertaking(), item.stage()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing to review for " + submission));
    }

    private List<TaskSummary> openTasks(String state, String stage, BiPredicate<UndertakingKey, StageKey> concerned) {
        TaskQuery query = new TaskQuery(state, null, stage, Set.of(), false, false, "");
        List<TaskSummary> open = tasks.list(query, new Paging(0, Paging.LARGEST_SIZE), Locale.ENGLISH).items().stream()
                .filter(task -> concerned.test(task.undertaking(), task.stage())
                        && task.status().isWithCoordinator())
                .toList();
        if (open.isEmpty()) {
            throw new IllegalStateException("No open task of " + state + " in " + stage);
        }
        return open;
    }

    /** Everybody whose inbox somebody looks at. */
    void readTheirNotices(List<String> states) {
        Stream.concat(
                        Stream.of("chair", SECRETARIAT),
                        states.stream()
                                .flatMap(state -> Stream.of("coordinator.", "contributor.", "observer.", "reviewer.")
                                        .map(role -> role + state.toLowerCase(Locale.ROOT))))
                .flatMap(username -> people.byUsername(username).stream())
                .forEach(person -> actor.runAs(person, notices::readAll));
    }

    Actor coordinator(String state) {
        return person("coordinator." + state.toLowerCase(Locale.ROOT));
    }

    Actor person(String username) {
        return people.byUsername(username)
                .orElseThrow(() -> new IllegalStateException("The demonstration has no account " + username));
    }
}

package org.randot.commitments.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.engine.TimeTravel;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.review.DecideReview;
import org.randot.commitments.review.ReviewItem;
import org.randot.commitments.review.ReviewQuery;
import org.randot.commitments.review.ReviewStatus;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.AddEvidence;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.SubmitTask;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.UndertakingView;
import org.randot.commitments.undertakings.UndertakingView.StageView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.context.ApplicationContext;

/** Drives one undertaking through time, as its coordinator, the secretariat and a reviewer would: by the calls behind the pages. */
final class Drive {
    /** The demonstration's calendar: the cycle lies ahead. */
    static final Instant BEGINNING = Instant.parse("2025-03-03T13:00:00Z");

    private static final LocalDate MEETING = LocalDate.of(2026, 10, 15);

    private final ApplicationContext context;
    private final Commitment commitment;
    private final UndertakingKey key;
    private final Cast cast;

    private Drive(ApplicationContext context, Commitment commitment, UndertakingKey key, Cast cast) {
        this.context = context;
        this.commitment = commitment;
        this.key = key;
        this.cast = cast;
    }

    /** Sets the clock and the calendar to the beginning of the cycle and launches one undertaking. */
    static Drive launched(ApplicationContext context, Commitment commitment, String state) {
        Cast cast = new Cast(context.getBean(People.class), state);
        context.getBean(MovableClock.class).moveTo(BEGINNING);
        Drive drive =
                new Drive(context, commitment, new UndertakingKey("RANDOT-V", state, commitment.code(), null), cast);
        drive.as(cast.administrator(), () -> {
            context.getBean(Cycles.class).moveMeetingDate("RANDOT-V", MEETING, "scenario", "test", true);
            context.getBean(Launches.class).launch("RANDOT-V", List.of(state), List.of(commitment.code()));
        });
        context.getBean(Launches.class).finish();
        context.getBean(TimeTravel.class).runDueJobs();
        return drive;
    }

    UndertakingKey key() {
        return key;
    }

    UndertakingView view() {
        CurrentActor actor = context.getBean(CurrentActor.class);
        return actor.callAs(
                cast.coordinator(), () -> context.getBean(Undertakings.class).get(key));
    }

    StageView stage(StageKey stage) {
        return view().stage(stage);
    }

    /** Stages with the coordinator now. */
    List<StageKey> openStages() {
        return view().stages().stream()
                .filter(stage -> stage.status().isWithCoordinator())
                .map(StageView::stage)
                .toList();
    }

    boolean isSettled() {
        return view().stages().stream().allMatch(stage -> stage.status().isSettled());
    }

    Drive submits(StageKey stage) {
        as(cast.coordinator(), () -> {
            Optional<TaskSummary> next = openTask(stage);
            while (next.isPresent()) {
                submit(next.get(), stage);
                next = openTask(stage);
            }
        });
        return this;
    }

    private void submit(TaskSummary summary, StageKey stage) {
        Tasks tasks = context.getBean(Tasks.class);
        TaskView task = tasks.get(summary.id(), Locale.ENGLISH);
        if (task.evidence().isEmpty()) {
            task.definition().evidence().forEach(rule -> attach(summary, rule));
        }
        var values = Samples.of(task.form().id(), stage.year());
        List<String> warnings =
                tasks
                        .saveDraft(new SaveDraft(summary.id(), summary.version(), values), Locale.ENGLISH)
                        .findings()
                        .stream()
                        .map(FormFinding::code)
                        .toList();
        int version = tasks.get(summary.id(), Locale.ENGLISH).task().version();
        tasks.submit(new SubmitTask(summary.id(), version, values, "A scenario.", warnings), Locale.ENGLISH);
    }

    private void attach(TaskSummary task, Commitment.EvidenceRule rule) {
        IntStream.range(0, rule.minimum())
                .forEach(number -> context.getBean(EvidenceFiles.class)
                        .add(
                                new AddEvidence(
                                        task.id(),
                                        "document.pdf",
                                        Map.of("en", "Document"),
                                        rule.kinds().get(0),
                                        "",
                                        null,
                                        "en",
                                        AddEvidence.DEFAULT_CLASSIFICATION),
                                Samples.document()));
    }

    Drive recalls(StageKey stage) {
        as(
                cast.coordinator(),
                () -> context.getBean(Tasks.class).recall(anyTask(stage).id()));
        return this;
    }

    Drive asksNotApplicable(StageKey stage) {
        as(
                cast.coordinator(),
                () -> context.getBean(Tasks.class).requestNotApplicable(key, stage, "This does not exist in our law."));
        return this;
    }

    Drive isFoundComplete(StageKey stage) {
        return decides(cast.secretariat(), stage, "COMPLETE", "", List.of());
    }

    Drive isFoundIncomplete(StageKey stage) {
        return decides(cast.secretariat(), stage, "INCOMPLETE", "A document is missing.", List.of());
    }

    Drive isApproved(StageKey stage) {
        return decides(cast.reviewer(), stage, "APPROVE", "", List.of());
    }

    Drive isReturned(StageKey stage) {
        return decides(
                cast.reviewer(),
                stage,
                "RETURN",
                "Please explain.",
                List.of(new Mark(firstField(stage), "Please explain.")));
    }

    Drive decides(Actor who, StageKey stage, String decision, String text, List<Mark> marks) {
        as(who, () -> {
            Reviews reviews = context.getBean(Reviews.class);
            ReviewItem item = openReview(stage).orElseThrow(() -> new AssertionError("Nothing to review in " + stage));
            int version = reviews.open(item.id()).version();
            reviews.decide(new DecideReview(item.id(), version, decision, text, marks, Set.of()));
        });
        return this;
    }

    private String firstField(StageKey stage) {
        return "/"
                + Samples.of(commitment.requireStage(stage).tasks().get(0).formId(), stage.year())
                        .fieldNames()
                        .next();
    }

    private Optional<ReviewItem> openReview(StageKey stage) {
        ReviewQuery query = new ReviewQuery(
                Optional.of(ReviewStatus.OPEN), Optional.of(key.state()), Optional.of(key.commitment()));
        return context.getBean(Reviews.class).queue(query, new Paging(0, Paging.LARGEST_SIZE)).items().stream()
                .filter(item -> item.stage().equals(stage))
                .findFirst();
    }

    private Optional<TaskSummary> openTask(StageKey stage) {
        return tasksOf(stage).stream()
                .filter(task -> task.status().isWithCoordinator())
                .findFirst();
    }

    private TaskSummary anyTask(StageKey stage) {
        return tasksOf(stage).stream()
                .filter(task -> task.status() == org.randot.commitments.undertakings.TaskStatus.SUBMITTED)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private List<TaskSummary> tasksOf(StageKey stage) {
        TaskQuery query = new TaskQuery(key.state(), key.commitment(), stage.code(), Set.of(), false, false, "");
        return context
                .getBean(Tasks.class)
                .list(query, new Paging(0, Paging.LARGEST_SIZE), Locale.ENGLISH)
                .items()
                .stream()
                .filter(task -> task.stage().equals(stage))
                .toList();
    }

    /** Lets days pass; timers and reminders run at their own time. */
    Drive afterDays(int days) {
        TimeTravel time = context.getBean(TimeTravel.class);
        time.to(context.getBean(MovableClock.class).instant().plus(Duration.ofDays(days)));
        return this;
    }

    Drive until(LocalDate day) {
        Instant noon = Time.startOf(day).plus(Duration.ofHours(12));
        if (noon.isAfter(context.getBean(MovableClock.class).instant())) {
            context.getBean(TimeTravel.class).to(noon);
        }
        return this;
    }

    LocalDate today() {
        return Time.today(context.getBean(MovableClock.class));
    }

    /** Everything that is open is handed in and approved, again and again, waiting for yearly forms, until the undertaking ends. */
    Drive goesAllTheWay() {
        for (int round = 0; round < 40 && !isSettled(); round++) {
            List<StageKey> open = openStages();
            if (open.isEmpty()) {
                afterDays(30);
            }
            open.forEach(stage -> submits(stage).isFoundComplete(stage).isApproved(stage));
        }
        return this;
    }

    boolean isWaiting(StageKey stage, StageStatus status) {
        return stage(stage).status() == status;
    }

    void as(Actor who, Runnable work) {
        context.getBean(CurrentActor.class).runAs(who, work);
    }

    <T> T asSystem(java.util.function.Supplier<T> work) {
        return DataScope.SYSTEM.call(work);
    }
}

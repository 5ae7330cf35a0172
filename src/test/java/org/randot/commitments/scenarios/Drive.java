package org.randot.commitments.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.engine.TimeTravel;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.review.DecideReview;
import org.randot.commitments.review.ReviewItem;
import org.randot.commitments.review.ReviewView;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.AddEvidence;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.randot.commitments.undertakings.EvidenceView;
import org.randot.commitments.undertakings.Extensions;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.Reopenings;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.SubmitTask;
import org.randot.commitments.undertakings.Suspensions;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.UndertakingFact;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Drives one undertaking through time, as its coordinator, the secretariat and a reviewer would: by the calls behind the pages. */
final class Drive extends Scene {
    private static final int MOST_ROUNDS = 60;

    Drive(ApplicationContext context, Commitment commitment, UndertakingKey key, Cast cast) {
        super(context, commitment, key, cast);
    }

    // ---- what the coordinator does

    Drive submits(StageKey stage) {
        return submits(stage, cast().coordinator());
    }

    /** The next task of the stage, not more. */
    Drive submitsOne(StageKey stage) {
        submit(openTask(stage).orElseThrow(), cast().coordinator());
        return this;
    }

    Drive submits(StageKey stage, Actor coordinator) {
        Optional<TaskSummary> next = openTask(stage);
        while (next.isPresent()) {
            submit(next.get(), coordinator);
            next = openTask(stage);
        }
        return this;
    }

    private void submit(TaskSummary summary, Actor coordinator) {
        as(coordinator, () -> {
            Tasks tasks = bean(Tasks.class);
            ObjectNode values = Samples.naming(
                    Samples.of(tasks.get(summary.id(), Locale.ENGLISH).form().id(), year(summary.stage())),
                    () -> attach(summary, "EV-RPT").id());
            List<String> warnings = tasks
                    .saveDraft(new SaveDraft(summary.id(), summary.version(), values), Locale.ENGLISH)
                    .findings()
                    .stream()
                    .map(FormFinding::code)
                    .toList();
            TaskView task = tasks.get(summary.id(), Locale.ENGLISH);
            if (task.evidence().isEmpty()) {
                attachWhatIsAsked(task);
            }
            int version = task.task().version();
            return tasks.submit(new SubmitTask(summary.id(), version, values, "A scenario.", warnings), Locale.ENGLISH);
        });
    }

    void attachWhatIsAsked(TaskView task) {
        task.asked().stream()
                .filter(TaskView.EvidenceAsked::now)
                .map(TaskView.EvidenceAsked::rule)
                .forEach(rule -> IntStream.range(0, rule.minimum())
                        .forEach(number -> attach(task.task(), rule.kinds().get(0))));
    }

    EvidenceView attach(TaskSummary task, String kind) {
        return attach(task, kind, "document.pdf", Samples.document());
    }

    EvidenceView attach(TaskSummary task, String kind, String file, InputStreamSource content) {
        return as(
                cast().coordinator(),
                () -> bean(EvidenceFiles.class)
                        .add(
                                new AddEvidence(task.id(), file, Map.of("en", "Document"), kind, "", null, "en", ""),
                                content));
    }

    /** Fills the draft of the open task and leaves it there. */
    Drive drafts(StageKey stage) {
        openTask(stage).ifPresent(this::draft);
        return this;
    }

    /** Fills the draft of the last task, handing in those before it. */
    Drive draftsAll(StageKey stage) {
        int before = tasksOf(stage).size() - 1;
        for (int task = 0; task < before; task++) {
            submitsOne(stage);
        }
        return drafts(stage);
    }

    private void draft(TaskSummary summary) {
        as(cast().coordinator(), () -> {
            TaskView task = bean(Tasks.class).get(summary.id(), Locale.ENGLISH);
            ObjectNode values = Samples.of(task.form().id(), year(summary.stage()));
            return bean(Tasks.class)
                    .saveDraft(new SaveDraft(summary.id(), task.task().version(), values), Locale.ENGLISH);
        });
    }

    Drive recalls(StageKey stage) {
        as(cast().coordinator(), () -> {
            bean(Tasks.class).recall(tasksOf(stage).get(0).id());
            return true;
        });
        return this;
    }

    Drive asksNotApplicable(StageKey stage) {
        as(cast().coordinator(), () -> {
            bean(Tasks.class).requestNotApplicable(key(), stage, "This does not exist in our law.");
            return true;
        });
        return this;
    }

    Drive asksForMoreTime(StageKey stage, LocalDate until) {
        as(
                cast().coordinator(),
                () -> bean(Extensions.class).request(key(), stage, until, "The ministry was reorganized."));
        return this;
    }

    // ---- what others decide

    Drive isGrantedMoreTime(StageKey stage) {
        return isDecided(cast().reviewer(), stage, "GRANT", "", List.of());
    }

    Drive isRefusedMoreTime(StageKey stage) {
        return isDecided(cast().reviewer(), stage, "REFUSE", "There is enough time.", List.of());
    }

    Drive isSuspended() {
        as(cast().chair(), () -> {
            bean(Suspensions.class).suspend(key(), "A hurricane.");
            return true;
        });
        return this;
    }

    Drive isResumed() {
        as(cast().chair(), () -> {
            bean(Suspensions.class).resume(key());
            return true;
        });
        return this;
    }

    Drive isReopened(StageKey stage) {
        as(cast().chair(), () -> {
            bean(Reopenings.class).reopen(key(), stage, "A figure was wrong.");
            return true;
        });
        return this;
    }

    Drive isFoundComplete(StageKey stage) {
        return isDecided(cast().secretariat(), stage, "COMPLETE", "", List.of());
    }

    Drive isFoundIncomplete(StageKey stage) {
        return isDecided(cast().secretariat(), stage, "INCOMPLETE", "A document is missing.", List.of());
    }

    Drive isApproved(StageKey stage) {
        return isDecided(cast().reviewer(), stage, "APPROVE", "", List.of());
    }

    Drive isApprovedWithObservations(StageKey stage) {
        return isDecided(
                cast().reviewer(), stage, "APPROVE_WITH_OBSERVATIONS", "Send the signed version later.", List.of());
    }

    Drive isReturned(StageKey stage) {
        return isDecided(cast().reviewer(), stage, "RETURN", "Please explain.", List.of(mark(stage)));
    }

    /** By the chair where the stage is mandatory. */
    Drive isAcceptedAsNotApplicable(StageKey stage) {
        return isDecided(judge(stage), stage, "ACCEPT_NOT_APPLICABLE", "", List.of());
    }

    Drive isRejectedAsNotApplicable(StageKey stage) {
        return isDecided(judge(stage), stage, "REJECT_NOT_APPLICABLE", "It does apply.", List.of());
    }

    Drive isDecided(Actor who, StageKey stage, String decision, String text, List<Mark> marks) {
        as(who, () -> {
            ReviewItem item = openReview(who, stage)
                    .orElseThrow(() -> new AssertionError("Nothing for " + who.username() + " to decide in " + stage));
            int version = bean(Reviews.class).open(item.id()).version();
            return bean(Reviews.class).decide(new DecideReview(item.id(), version, decision, text, marks, Set.of()));
        });
        return this;
    }

    /** By the reviewer, this one of several that wait. */
    Drive decides(ReviewItem item, String decision) {
        as(cast().reviewer(), () -> {
            int version = bean(Reviews.class).open(item.id()).version();
            return bean(Reviews.class).decide(new DecideReview(item.id(), version, decision, "", List.of(), Set.of()));
        });
        return this;
    }

    ReviewView opens(Actor who, StageKey stage) {
        return as(
                who,
                () -> bean(Reviews.class)
                        .open(openReview(who, stage).orElseThrow().id()));
    }

    // ---- how time passes

    /** Lets time pass; timers and reminders run at their own time. */
    Drive afterDays(int days) {
        bean(TimeTravel.class).to(bean(MovableClock.class).instant().plus(Duration.ofDays(days)));
        return this;
    }

    /** Steps that are due at this moment. */
    Drive now() {
        bean(TimeTravel.class).runDueJobs();
        return this;
    }

    /** Noon of this day at the seat, unless it is later already. */
    Drive on(LocalDate day) {
        Instant noon = Time.startOf(day).plus(Duration.ofHours(12));
        if (noon.isAfter(bean(MovableClock.class).instant())) {
            bean(TimeTravel.class).to(noon);
        }
        return this;
    }

    Drive movesTheMeeting(LocalDate day) {
        as(
                cast().administrator(),
                () -> bean(Cycles.class)
                        .moveMeetingDate(key().cycle(), day, "The host asked for it.", "administrator", true));
        return this;
    }

    /** Null = it follows the meeting date again. */
    Drive movesTheCutOff(@Nullable LocalDate day) {
        as(
                cast().administrator(),
                () -> bean(Cycles.class)
                        .moveCutOffDate(key().cycle(), day, "The report needs more time.", "administrator"));
        return this;
    }

    // ---- longer ways

    Drive completes(StageKey stage) {
        return submits(stage).isFoundComplete(stage).isApproved(stage);
    }

    /** Everything that is ready is handed in and approved, until this stage is open. */
    Drive reaches(StageKey goal) {
        for (int round = 0; round < MOST_ROUNDS && status(goal) == StageStatus.NOT_STARTED; round++) {
            List<StageKey> ready = readyStages();
            ready.forEach(this::completes);
            if (ready.isEmpty()) {
                afterDays(30);
            } else {
                now();
            }
        }
        return this;
    }

    /** Everything is handed in and approved, again and again, waiting for yearly forms, until the undertaking ends. */
    Drive goesAllTheWay() {
        return goesAllTheWay(done -> {});
    }

    Drive goesAllTheWay(Consumer<StageKey> afterEach) {
        for (int round = 0; round < MOST_ROUNDS && !isSettled(); round++) {
            List<StageKey> ready = readyStages();
            if (ready.isEmpty()) {
                afterDays(30);
            }
            for (StageKey stage : ready) {
                completes(stage).now();
                afterEach.accept(stage);
            }
        }
        return this;
    }

    /** It and, where there is one for each year, those of the other years. */
    Stream<Drive> withTheOtherYears() {
        if (key().year() == null) {
            return Stream.of(this);
        }
        return bean(Cycles.class).get(key().cycle()).reportingYears().stream().map(this::ofTheYear);
    }

    Drive ofTheYear(int year) {
        UndertakingKey other = new UndertakingKey(key().cycle(), key().state(), key().commitment(), year);
        return new Drive(context(), commitment(), other, cast());
    }

    /** Nothing of it wakes up again. */
    void isAbandoned() {
        DataScope.SYSTEM.run(() -> {
            bean(Processes.class).cancel(key().toString(), "the scenario is over");
            bean(TransactionTemplate.class).executeWithoutResult(status -> {
                bean(JdbcClient.class)
                        .sql("update undertaking set ended = true where key = ?")
                        .param(key().toString())
                        .update();
                context().publishEvent(new UndertakingFact.Ended(key()));
            });
        });
    }
}

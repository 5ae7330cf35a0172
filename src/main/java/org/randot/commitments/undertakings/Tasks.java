package org.randot.commitments.undertakings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.springframework.context.ApplicationEventPublisher;

/** The coordinators' tasks: find, fill, hand in, take back (domain.md 3.3). Each verb has a class of its own behind this door. */
@ModuleApi
public class Tasks {
    private static final int LONGEST_COMMENT = 4000;

    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final TaskDesk desk;
    private final TaskReading reading;
    private final Drafting drafting;
    private final HandIn handIn;
    private final Recall recall;
    private final NonApplicability nonApplicability;
    private final ApplicationEventPublisher events;

    Tasks(
            TaskRepository tasks,
            NoteRepository notes,
            AccessPolicy access,
            CurrentActor currentActor,
            TaskDesk desk,
            TaskReading reading,
            Drafting drafting,
            HandIn handIn,
            Recall recall,
            NonApplicability nonApplicability,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.notes = notes;
        this.access = access;
        this.currentActor = currentActor;
        this.desk = desk;
        this.reading = reading;
        this.drafting = drafting;
        this.handIn = handIn;
        this.recall = recall;
        this.nonApplicability = nonApplicability;
        this.events = events;
    }

    /** By due date, those without a date last; only what the actor may know of. */
    public Paged<TaskSummary> list(TaskQuery query, Paging paging, Locale reader) {
        return reading.list(query, paging, reader);
    }

    /** All tasks of an undertaking, over or not. @throws Absent when the actor may not know of it */
    public List<TaskSummary> of(UndertakingKey key, Locale reader) {
        return reading.of(key, reader);
    }

    public TaskCounts counts() {
        return reading.counts();
    }

    /** As many as the actor may know of, by state; nothing for those who follow one state only. */
    public Map<String, TaskCounts> countsByState() {
        return reading.countsByState();
    }

    /** @throws Absent when there is none or the actor may not know of it */
    public TaskView get(UUID id, Locale reader) {
        return reading.get(id, reader);
    }

    /** The task as a line of a list. @throws Absent when there is none or the actor may not know of it */
    public TaskSummary summary(UUID id, Locale reader) {
        return reading.summary(id, reader);
    }

    /**
     * Keeps what was typed, complete or not. The same values again change nothing.
     *
     * @throws DraftConflict when somebody else saved meanwhile
     */
    public DraftSaved saveDraft(SaveDraft command, Locale reader) {
        return drafting.saveDraft(command, reader);
    }

    /** What the check says about the draft as it stands: the form's findings and those of the evidence. */
    public List<FormFinding> check(UUID id, Locale reader) {
        return drafting.check(id, reader);
    }

    /** The person takes the task on, from whoever had it. */
    public void claim(UUID id) {
        Task task = desk.requireOpen(id);
        Actor actor = currentActor.get();
        var from = task.assignee;
        task.assignee = actor.id();
        task.assigneeName = actor.name();
        tasks.save(task);
        events.publishEvent(new TaskFact.TaskClaimed(task.undertaking, task.stage, task.id, from));
    }

    /**
     * Hands the task in for good: the answer is kept as a version of its own, and the process goes on, in one transaction.
     *
     * @return the number of the version
     * @throws SubmissionRefused with what is wrong
     * @throws DraftConflict when somebody else saved meanwhile
     */
    public int submit(SubmitTask command, Locale reader) {
        return handIn.submit(command, reader);
    }

    /** Takes a submission back; possible until a reviewer opened it. */
    public void recall(UUID id) {
        recall.recall(id);
    }

    /** Asks to settle the stage as not applicable; goes straight to the reviewer (chair if the stage is mandatory). */
    public void requestNotApplicable(UndertakingKey key, StageKey stageKey, String reason) {
        nonApplicability.requestNotApplicable(key, stageKey, reason);
    }

    /** A remark to the reviewers, who read it at once. */
    public void comment(UUID id, String text) {
        Task task = tasks.find(id).orElseThrow(Absent::new);
        access.requireCoordinator(currentActor.get(), task.undertaking.state());
        if (text.isBlank()) {
            throw new ReasonMissing();
        }
        if (text.length() > LONGEST_COMMENT) {
            throw LifecycleRefused.rule("reasonTooLong", LONGEST_COMMENT);
        }
        String words = text.strip();
        UUID comment = notes.comment(task, words);
        String sha256 =
                CommentSeal.of(comment, task.id, words, currentActor.get().id());
        events.publishEvent(new TaskFact.TaskCommented(task.undertaking, task.stage, task.id, comment, sha256));
    }
}

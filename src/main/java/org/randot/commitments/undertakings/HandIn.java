package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.forms.CheckedForm;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.Answers.Place;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Handing a task in for good. */
@Component
class HandIn {
    private static final Map<String, Object> SUBMISSION = Map.of("request", "SUBMISSION");

    private final TaskRepository tasks;
    private final AnswerRepository drafts;
    private final EvidenceRepository documents;
    private final NoteRepository notes;
    private final Answers answers;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TaskDesk desk;
    private final Drafting drafting;

    HandIn(
            TaskRepository tasks,
            AnswerRepository drafts,
            EvidenceRepository documents,
            NoteRepository notes,
            Answers answers,
            Processes processes,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock,
            TaskDesk desk,
            Drafting drafting) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.documents = documents;
        this.notes = notes;
        this.answers = answers;
        this.processes = processes;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
        this.desk = desk;
        this.drafting = drafting;
    }

    /**
     * Hands the task in for good: the answer is kept as a version of its own, and the process goes on, in one transaction.
     *
     * @return the number of the version
     * @throws SubmissionRefused with what is wrong
     * @throws DraftConflict when somebody else saved meanwhile
     */
    int submit(SubmitTask command, Locale reader) {
        Task task = desk.requireOpen(command.task());
        desk.requireRunning(task);
        requireYearOver(task);
        AnswerRepository.Draft draft = drafts.draft(task.id).orElse(null);
        int standing = draft == null ? 0 : draft.version();
        if (standing != command.version()) {
            throw drafting.conflict(task);
        }
        ObjectNode given = command.values();
        ObjectNode values =
                given != null ? answers.storable(given) : draft != null ? draft.values() : Sql.emptyObject();
        Place place = desk.place(task);
        CheckedForm checked = answers.check(place, values, reader);
        List<EvidenceView> attached = documents.ofTask(task.id);
        refuseWhatIsWrong(place, command, checked, attached, reader);
        ObjectNode kept = answers.keep(place, values);
        return handIn(
                task, command, kept, kept.equals(values) ? checked : answers.check(place, kept, reader), attached);
    }

    private void requireYearOver(Task task) {
        Integer year = task.stage.year() != null ? task.stage.year() : task.undertaking.year();
        if (year != null && Time.today(clock).isBefore(LocalDate.of(year + 1, 1, 1))) {
            throw new YearNotOver();
        }
    }

    private void refuseWhatIsWrong(
            Place place, SubmitTask command, CheckedForm checked, List<EvidenceView> attached, Locale reader) {
        List<FormFinding> findings = drafting.findings(place, checked, attached, reader);
        boolean errors = findings.stream().anyMatch(finding -> finding.severity() == FormFinding.Severity.ERROR);
        List<FormFinding> warnings = checked.warnings();
        if (!warnings.isEmpty() && !errors) {
            List<String> seen = command.acknowledgedWarnings();
            if (command.comment().isBlank()) {
                findings.add(answers.finding("COMMENT_REQUIRED", reader));
                errors = true;
            } else if (seen != null && warnings.stream().anyMatch(warning -> !seen.contains(warning.code()))) {
                findings.add(answers.finding("WARNING_NOT_ACKNOWLEDGED", reader));
                errors = true;
            }
        }
        if (errors) {
            throw new SubmissionRefused(findings);
        }
    }

    private int handIn(
            Task task, SubmitTask command, ObjectNode values, CheckedForm checked, List<EvidenceView> attached) {
        Actor actor = currentActor.get();
        String engineTask = TaskDesk.requireWaiting(task);
        drafting.save(task, command.version(), values, null);
        int version = task.handIn();
        AnswerRepository.Submission submission = new AnswerRepository.Submission(
                Ids.next(),
                task.id,
                task.stage,
                task.key,
                task.formId,
                version,
                checked.values(),
                command.comment(),
                actor.id(),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<String> warnings =
                checked.warnings().stream().map(FormFinding::code).distinct().toList();
        String acknowledged = String.join(" ", warnings);
        drafts.insert(submission, task, acknowledged);
        documents.handIn(task, submission.id(), attached);
        tasks.save(task);
        notes.happened(
                task.undertakingId,
                task.undertaking,
                task.stage.toString(),
                "TASK_SUBMITTED",
                task.key + " · " + version);
        String sha256 = SubmissionSeal.of(submission, task.undertaking.state(), acknowledged);
        events.publishEvent(new UndertakingFact.TaskSubmitted(
                task.undertaking, task.stage, task.id, submission.id(), version, sha256));
        processes.complete(engineTask, SUBMISSION);
        return version;
    }
}

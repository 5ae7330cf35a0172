package org.randot.commitments.undertakings.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.DraftSaved;
import org.randot.commitments.undertakings.EvidenceView;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.Offer;
import org.randot.commitments.undertakings.Offers;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.SubmitTask;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskStatus;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks, drafts, submissions ({@code api.md}). */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TaskResource {
    private final Tasks tasks;
    private final Offers offers;

    TaskResource(Tasks tasks, Offers offers) {
        this.tasks = tasks;
        this.offers = offers;
    }

    /**
     *
     * A task in a list.
     *
     *
     *
     * @param version of the draft, 0 before the first save
     *
     */
    record TaskItem(
            UUID id,
            String key,
            String undertaking,
            String stage,
            String title,
            @Nullable LocalDate dueDate,
            long overdueDays,
            String status,
            @Nullable String assignee,
            int version) {
        static TaskItem of(TaskSummary task) {
            return new TaskItem(
                    task.id(),
                    task.key(),
                    task.undertaking().toString(),
                    task.stage().toString(),
                    task.title(),
                    task.dueDate(),
                    task.overdueDays(),
                    task.status().name(),
                    task.assignee(),
                    task.version());
        }
    }

    /**
     * A document that the task asks for: at least {@code minimum} of one of these kinds.
     *
     * @param when in words, on what it depends; empty where it is always asked for
     * @param now whether it is asked for as the answers stand
     */
    record EvidenceAsked(List<String> kinds, int minimum, String when, boolean now) {}

    /** A task with all that is needed to fill it. */
    record TaskAnswer(
            UUID id,
            String key,
            String undertaking,
            String stage,
            String title,
            @Nullable LocalDate dueDate,
            long overdueDays,
            String status,
            @Nullable String assignee,
            int version,
            String stageStatus,
            String instructions,
            String who,
            JsonNode form,
            ObjectNode values,
            List<EvidenceView> evidence,
            List<EvidenceAsked> evidenceAsked,
            List<Mark> marks,
            @Nullable String decision,
            @Nullable String decisionText,
            TaskView.@Nullable Handed submission,
            List<TaskView.Comment> comments,
            List<Offer> offers,
            Set<TaskView.Action> actions) {}

    record DraftBody(@NotNull Integer version, @NotNull ObjectNode values) {}

    record FindingAnswer(String field, String code, String message, String severity) {
        static FindingAnswer of(FormFinding finding) {
            return new FindingAnswer(
                    finding.field(),
                    finding.code(),
                    finding.message(),
                    finding.severity().name());
        }
    }

    record DraftAnswer(int version, Instant savedAt, List<FindingAnswer> findings) {
        static DraftAnswer of(DraftSaved saved) {
            return new DraftAnswer(
                    saved.version(),
                    saved.savedAt(),
                    saved.findings().stream().map(FindingAnswer::of).toList());
        }
    }

    /** @param values null = those of the draft */
    record SubmitBody(
            @NotNull Integer version,
            @Nullable ObjectNode values,
            @Nullable @Size(max = 4000) String comment,
            @Nullable List<String> acknowledgedWarnings) {}

    @GetMapping
    @Operation(summary = "Tasks in the caller's scope, by due date")
    Paged<TaskItem> list(
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> commitment,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<TaskStatus> status,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale reader) {
        TaskQuery query = new TaskQuery(
                state.orElse(null),
                commitment.orElse(null),
                stage.orElse(null),
                status.map(Set::of).orElse(Set.of()),
                overdue,
                false,
                q);
        return tasks.list(query, new Paging(page, size), reader).map(TaskItem::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A task with form, values, evidence, marks and what may be done")
    TaskAnswer get(@PathVariable UUID id, Locale reader) {
        TaskView view = tasks.get(id, reader);
        TaskItem item = TaskItem.of(view.task());
        return new TaskAnswer(
                item.id(),
                item.key(),
                item.undertaking(),
                item.stage(),
                item.title(),
                item.dueDate(),
                item.overdueDays(),
                item.status(),
                item.assignee(),
                item.version(),
                view.stageStatus().name(),
                view.definition().instructions().in(reader),
                view.definition().who().in(reader),
                view.form().localised(view.texts(), view.context()),
                view.values(),
                view.evidence(),
                view.asked().stream()
                        .map(each -> new EvidenceAsked(
                                each.rule().kinds(),
                                each.rule().minimum(),
                                each.rule().when().in(reader),
                                each.now()))
                        .toList(),
                view.marks(),
                view.decision(),
                view.decisionText(),
                view.standing(),
                view.comments(),
                offers.of(id, reader),
                view.actions());
    }

    @PutMapping("/{id}/draft")
    @Operation(summary = "Keep what was filled in, complete or not (coordinator)")
    DraftAnswer saveDraft(@PathVariable UUID id, @Valid @RequestBody DraftBody body, Locale reader) {
        DraftSaved saved = tasks.saveDraft(new SaveDraft(id, body.version(), body.values(), true), reader);
        return DraftAnswer.of(saved);
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Take a task on (coordinator)")
    TaskItem claim(@PathVariable UUID id, Locale reader) {
        tasks.claim(id);
        return TaskItem.of(tasks.summary(id, reader));
    }

    @PostMapping("/{id}/submit")
    @Operation(summary = "Hand a task in (coordinator)")
    TaskItem submit(@PathVariable UUID id, @Valid @RequestBody SubmitBody body, Locale reader) {
        String comment = body.comment();
        tasks.submit(
                new SubmitTask(
                        id, body.version(), body.values(), comment == null ? "" : comment, body.acknowledgedWarnings()),
                reader);
        return TaskItem.of(tasks.summary(id, reader));
    }

    @PostMapping("/{id}/recall")
    @Operation(summary = "Take a submission back before a reviewer opened it (coordinator)")
    TaskItem recall(@PathVariable UUID id, Locale reader) {
        tasks.recall(id);
        return TaskItem.of(tasks.summary(id, reader));
    }
}

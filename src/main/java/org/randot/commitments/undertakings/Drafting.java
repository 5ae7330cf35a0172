package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.CheckedForm;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.undertakings.Answers.Place;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeping what is typed, and saying what the check finds in it. */
@Component
class Drafting {
    private final TaskRepository tasks;
    private final StageRepository stages;
    private final AnswerRepository drafts;
    private final EvidenceRepository documents;
    private final Answers answers;
    private final EvidenceRules rules;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TaskDesk desk;
    private final DelegationRepository delegations;
    private final PartWork parts;

    Drafting(
            TaskRepository tasks,
            StageRepository stages,
            AnswerRepository drafts,
            EvidenceRepository documents,
            Answers answers,
            EvidenceRules rules,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock,
            TaskDesk desk,
            DelegationRepository delegations,
            PartWork parts) {
        this.tasks = tasks;
        this.stages = stages;
        this.drafts = drafts;
        this.documents = documents;
        this.answers = answers;
        this.rules = rules;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
        this.desk = desk;
        this.delegations = delegations;
        this.parts = parts;
    }

    /**
     * Keeps what was typed, complete or not. The same values again change nothing.
     *
     * @throws DraftConflict when somebody else saved meanwhile
     */
    DraftSaved saveDraft(SaveDraft command, Locale reader) {
        if (isPart(command.task())) {
            return parts.save(command, reader);
        }
        Task task = desk.requireOpen(command.task());
        Place place = desk.place(task);
        AnswerRepository.Draft before = drafts.draft(task.id).orElse(null);
        int base = base(command, before);
        boolean keeps = command.settled() && base == (before == null ? 0 : before.version());
        ObjectNode given = answers.storable(command.values());
        ObjectNode values = keeps ? answers.keep(place, given) : given;
        CheckedForm checked = answers.check(place, values, reader);
        if (before != null && before.version() == base && before.values().equals(values)) {
            return new DraftSaved(before.version(), before.savedAt(), checked.findings());
        }
        int version = save(task, base, values, command.page());
        filled(task, checked.requiredFilled() * 2 < checked.required());
        return new DraftSaved(version, clock.instant(), checked.findings());
    }

    private int base(SaveDraft command, AnswerRepository.@Nullable Draft before) {
        boolean own =
                before != null && before.savedById().equals(currentActor.get().id());
        return before != null && own ? command.over(before.version(), before.page()) : command.version();
    }

    private boolean isPart(UUID task) {
        return tasks.find(task).flatMap(parts::mine).isPresent();
    }

    int save(Task task, int base, ObjectNode values, @Nullable UUID page) {
        Actor by = currentActor.get();
        if (!drafts.saveDraft(
                task, new AnswerRepository.Draft(values, base + 1, by.id(), by.name(), clock.instant(), page))) {
            throw conflict(task);
        }
        return base + 1;
    }

    DraftConflict conflict(Task task) {
        AnswerRepository.Draft now = drafts.draft(task.id)
                .orElseGet(() ->
                        new AnswerRepository.Draft(Sql.emptyObject(), 0, Actor.SYSTEM.id(), "", clock.instant(), null));
        return new DraftConflict(
                new DraftConflict.Current(now.version(), now.values(), now.savedById(), now.savedBy(), now.savedAt()));
    }

    private void filled(Task task, boolean lessThanHalf) {
        if (task.lessThanHalf == lessThanHalf) {
            return;
        }
        task.lessThanHalf = lessThanHalf;
        tasks.save(task);
        Stage stage = stages.byId(task.stageId);
        boolean any = tasks.ofStage(stage.id).stream()
                .anyMatch(other -> other.lessThanHalf && other.status != TaskStatus.SUBMITTED);
        if (stage.lessThanHalf != any) {
            stage.lessThanHalf = any;
            stages.save(stage);
            events.publishEvent(new UndertakingFact.HalfFilled(task.undertaking, task.stage, any));
        }
    }

    /** What the check says about the draft as it stands: the form's findings and those of the evidence. */
    List<FormFinding> check(UUID id, Locale reader) {
        if (isPart(id)) {
            return parts.check(id, reader);
        }
        Task task = desk.requireOpen(id);
        Place place = desk.place(task);
        ObjectNode values = drafts.draft(id).map(AnswerRepository.Draft::values).orElseGet(Sql::emptyObject);
        return findings(place, answers.check(place, values, reader), documents.ofTask(id), reader);
    }

    List<FormFinding> findings(Place place, CheckedForm checked, List<EvidenceView> attached, Locale reader) {
        List<FormFinding> findings = new ArrayList<>(checked.findings());
        findings.addAll(rules.check(place, checked.values(), attached, reader));
        int away = delegations.living(place.task().id).size();
        if (away > 0) {
            findings.add(answers.finding("PARTS_OPEN", reader, away));
        }
        return findings;
    }
}

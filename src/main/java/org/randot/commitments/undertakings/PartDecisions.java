package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.undertakings.DelegationRefused.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a coordinator decides about a part in the hands of another: taken over, sent back, taken back. */
@Component
class PartDecisions {
    private final DelegationRepository delegations;
    private final AnswerRepository drafts;
    private final Answers answers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TaskDesk desk;
    private final Drafting drafting;

    PartDecisions(
            DelegationRepository delegations,
            AnswerRepository drafts,
            Answers answers,
            ApplicationEventPublisher events,
            Clock clock,
            TaskDesk desk,
            Drafting drafting) {
        this.delegations = delegations;
        this.drafts = drafts;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
        this.desk = desk;
        this.drafting = drafting;
    }

    /** Takes the answers of a part that is back over into the draft. */
    void approve(UUID id, UUID delegation, Locale reader) {
        Task task = desk.requireOpen(id);
        Delegation part = requireBack(id, delegation);
        ObjectNode merged = draft(task).deepCopy();
        part.keys(answers.form(desk.place(task))).forEach(key -> {
            merged.remove(key);
            if (part.answers.has(key)) {
                merged.set(key, part.answers.get(key));
            }
        });
        int version = drafts.draft(id).map(AnswerRepository.Draft::version).orElse(0);
        drafting.saveDraft(new SaveDraft(id, version, merged, true), reader);
        decide(part, DelegationStatus.APPROVED, "");
        events.publishEvent(new DelegationFact.PartApproved(task.undertaking, task.stage, part.id));
    }

    /** Back to the contributor with a note. A link is used up: there a new one is made instead. */
    void sendBack(UUID id, UUID delegation, String note) {
        Task task = desk.requireOpen(id);
        Delegation part = requireBack(id, delegation);
        if (part.link) {
            throw new DelegationRefused(Reason.NOT_BACK);
        }
        if (note.isBlank()) {
            throw new ReasonMissing();
        }
        decide(part, DelegationStatus.OPEN, note.strip());
        events.publishEvent(new DelegationFact.PartSentBack(
                task.undertaking, task.stage, part.id, part.person, part.note, part.version));
    }

    private Delegation requireBack(UUID task, UUID id) {
        Delegation part = require(task, id);
        if (part.status != DelegationStatus.DONE) {
            throw new DelegationRefused(Reason.NOT_BACK);
        }
        return part;
    }

    /** The part is the coordinator's again; its answers are not taken over, its link is dead. */
    void takeBack(Task task, UUID delegation) {
        Delegation part = require(task.id, delegation);
        if (!part.status.isLiving()) {
            throw new DelegationRefused(Reason.NOT_BACK);
        }
        delegations.endLinks(part.id);
        decide(part, DelegationStatus.TAKEN_BACK, "");
        events.publishEvent(new DelegationFact.PartTakenBack(task.undertaking, task.stage, part.id));
    }

    private void decide(Delegation part, DelegationStatus status, String note) {
        part.note = note;
        part.become(status, clock.instant());
        delegations.save(part);
    }

    private ObjectNode draft(Task task) {
        return drafts.draft(task.id).map(AnswerRepository.Draft::values).orElseGet(Sql::emptyObject);
    }

    private Delegation require(UUID task, UUID id) {
        return delegations.find(id).filter(part -> part.taskId.equals(task)).orElseThrow(Absent::new);
    }
}

package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.LinkGuesses;
import org.randot.commitments.identity.Role;
import org.randot.commitments.identity.Secrets;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.context.ApplicationEventPublisher;

/**
 * One section of a form, filled by somebody without an account who has the link. Whoever has it acts as a contributor of the state who has
 * this part and nothing else; it lives until it is sent, taken back or out of date.
 */
@ModuleApi
public class PartLinks {
    private final DelegationRepository delegations;
    private final TaskReading reading;
    private final Drafting drafting;
    private final PartWork work;
    private final TaskRepository tasks;
    private final Answers answers;
    private final TaskDesk desk;
    private final LinkGuesses guesses;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartLinks(
            DelegationRepository delegations,
            TaskReading reading,
            Drafting drafting,
            PartWork work,
            TaskRepository tasks,
            Answers answers,
            TaskDesk desk,
            LinkGuesses guesses,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.delegations = delegations;
        this.reading = reading;
        this.drafting = drafting;
        this.work = work;
        this.tasks = tasks;
        this.answers = answers;
        this.desk = desk;
        this.guesses = guesses;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param address of the caller, which waits after many wrong links
     * @throws Absent for a link that never was, was used, was taken back or is out of date: all the same
     */
    public TaskView open(String secret, String address, Locale reader) {
        return as(secret, address, reader, part -> reading.get(part.taskId, reader));
    }

    /**
     * Sends the answers to the coordinator and uses the link up.
     *
     * @throws SubmissionRefused with values that are none of their field's type; the link stays alive
     */
    public void send(String secret, String address, ObjectNode values, Locale reader) {
        as(secret, address, reader, part -> {
            List<FormFinding> malformed = malformed(part, values, reader);
            if (!malformed.isEmpty()) {
                throw new SubmissionRefused(malformed);
            }
            if (!delegations.useLink(Secrets.hash(secret), clock.instant())) {
                throw new Absent();
            }
            drafting.saveDraft(new SaveDraft(part.taskId, part.version, values), reader);
            Delegation saved = work.requireOpen(part.taskId);
            saved.become(DelegationStatus.DONE, clock.instant());
            delegations.save(saved);
            Task task = tasks.find(part.taskId).orElseThrow(Absent::new);
            events.publishEvent(new DelegationFact.PartDone(task.undertaking, task.stage, saved.id, saved.version));
            return true;
        });
    }

    private List<FormFinding> malformed(Delegation part, ObjectNode values, Locale reader) {
        Answers.Place place = desk.place(tasks.find(part.taskId).orElseThrow(Absent::new));
        return answers.malformed(place, work.form(place, part), values, reader);
    }

    private <T> T as(String secret, String address, Locale reader, Function<Delegation, T> act) {
        guesses.requirePatience(address);
        DelegationRepository.Link link = delegations
                .link(Secrets.hash(secret), clock.instant())
                .orElseThrow(() -> {
                    guesses.failed(address);
                    return new Absent();
                });
        return currentActor.callAs(holder(link.delegation(), link.state(), "", reader), () -> {
            Delegation part = delegations.find(link.delegation()).orElseThrow(Absent::new);
            Task task = tasks.lock(part.taskId).orElseThrow(Absent::new);
            if (part.status != DelegationStatus.OPEN || !task.status.isWithCoordinator()) {
                throw new Absent();
            }
            Actor holder = holder(part.person, part.state, part.personName, reader);
            return currentActor.callAs(holder, () -> act.apply(part));
        });
    }

    /** Who has the link. The audit record shows what the coordinator called the person. */
    private static Actor holder(UUID id, String state, String name, Locale reader) {
        return new Actor(id, "link", name, Set.of(Role.NATIONAL_CONTRIBUTOR), state, Language.of(reader));
    }
}

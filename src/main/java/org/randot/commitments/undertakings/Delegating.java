package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormSection;
import org.randot.commitments.forms.FormTexts;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.PublicUrl;
import org.randot.commitments.identity.Secrets;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.undertakings.DelegationRefused.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives parts of a task away: to a contributor of the own state, or by a link without an account. A section is in one hand at a time. */
@Component
class Delegating {
    private static final int MOST_DAYS = 60;
    private static final int LONGEST_NAME = 200;

    private final DelegationRepository delegations;
    private final AnswerRepository drafts;
    private final Answers answers;
    private final People people;
    private final PublicUrl url;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TaskDesk desk;

    Delegating(
            DelegationRepository delegations,
            AnswerRepository drafts,
            Answers answers,
            People people,
            PublicUrl url,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock,
            TaskDesk desk) {
        this.delegations = delegations;
        this.drafts = drafts;
        this.answers = answers;
        this.people = people;
        this.url = url;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
        this.desk = desk;
    }

    /**
     * Gives a task or some of its sections to a contributor of the own state; what the person has already stays.
     *
     * @param to username
     * @param fields ids of sections, empty = all that nobody has yet
     */
    UUID delegate(UUID id, String to, Collection<String> fields) {
        Task task = desk.requireOpen(id);
        Actor person = people.byUsername(to)
                .filter(found -> access.contributes(found, task.undertaking.state()))
                .orElseThrow(() -> new DelegationRefused(Reason.UNKNOWN_PERSON));
        Form form = answers.form(desk.place(task));
        Optional<Delegation> before = delegations.living(id, person.id());
        Set<String> sections =
                free(task, form, fields, before.map(part -> part.sections).orElse(Set.of()));
        Delegation part = before.orElseGet(
                () -> new Delegation(task, Ids.next(), recipient(person), currentActor.get(), clock.instant()));
        extend(task, part, form, sections);
        if (before.isPresent()) {
            part.become(DelegationStatus.OPEN, clock.instant());
            delegations.save(part);
        } else {
            delegations.insert(part);
        }
        events.publishEvent(new DelegationFact.Delegated(
                task.undertaking, task.stage, part.id, part.person, List.copyOf(sections), part.version));
        return part.id;
    }

    private static Delegation.Recipient recipient(Actor person) {
        return new Delegation.Recipient(person.id(), person.name(), false);
    }

    private Set<String> free(Task task, Form form, Collection<String> fields, Set<String> own) {
        Set<String> all = form.sections(FormTexts.english()).stream()
                .map(FormSection::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> taken = delegations.living(task.id).stream()
                .flatMap(part -> part.sections.stream())
                .collect(Collectors.toSet());
        taken.removeAll(own);
        Set<String> wanted = new LinkedHashSet<>(fields);
        if (!all.containsAll(wanted)) {
            throw new DelegationRefused(Reason.UNKNOWN_FIELDS);
        }
        if (wanted.isEmpty()) {
            wanted.addAll(all);
            wanted.removeAll(taken);
        }
        if (wanted.isEmpty() || wanted.stream().anyMatch(taken::contains)) {
            throw new DelegationRefused(Reason.GIVEN_ALREADY);
        }
        return wanted;
    }

    /** The person goes on from what the draft says of these fields. */
    private void extend(Task task, Delegation part, Form form, Set<String> sections) {
        Set<String> before = Set.copyOf(part.keys(form));
        part.sections.addAll(sections);
        ObjectNode draft = draft(task);
        part.keys(form).stream()
                .filter(key -> !before.contains(key) && draft.has(key))
                .forEach(key -> part.answers.set(key, draft.get(key)));
    }

    private ObjectNode draft(Task task) {
        return drafts.draft(task.id).map(AnswerRepository.Draft::values).orElseGet(Sql::emptyObject);
    }

    /**
     * Makes a link by which one section can be filled once without an account. Only its hash is kept.
     *
     * @param to whom it is for, in the coordinator's words
     * @param days how long it lives
     */
    Delegations.MadeLink link(UUID id, String to, String section, int days) {
        Task task = desk.requireOpen(id);
        if (days < 1 || days > MOST_DAYS) {
            throw new DelegationRefused(Reason.LINK_LIFE);
        }
        if (to.isBlank() || to.strip().length() > LONGEST_NAME) {
            throw new DelegationRefused(Reason.LINK_NAME);
        }
        Form form = answers.form(desk.place(task));
        Set<String> sections = free(task, form, List.of(section), Set.of());
        Instant expires = clock.instant().plus(Duration.ofDays(days));
        Delegation part = new Delegation(
                task,
                Ids.next(),
                new Delegation.Recipient(Ids.next(), to.strip(), true),
                currentActor.get(),
                clock.instant());
        part.expiresAt = expires;
        extend(task, part, form, sections);
        delegations.insert(part);
        String secret = Secrets.next();
        delegations.insertLink(Secrets.hash(secret), part, expires);
        events.publishEvent(new DelegationFact.LinkMade(
                task.undertaking, task.stage, part.id, List.copyOf(part.sections), expires));
        return new Delegations.MadeLink(part.id, url.link(Delegations.PATH + secret), expires);
    }
}

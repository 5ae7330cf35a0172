package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormSection;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.PublicUrl;
import org.randot.commitments.identity.Role;
import org.randot.commitments.identity.Secrets;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.undertakings.Answers.Place;
import org.randot.commitments.undertakings.DelegationRefused.Reason;
import org.springframework.context.ApplicationEventPublisher;

/** Parts of a task in the hands of others: a coordinator gives them, gets them back and decides on them (domain.md 1.4, 3.3). */
@ModuleApi
public class Delegations {
    public static final int DEFAULT_DAYS = 14;
    private static final int MOST_DAYS = 60;
    private static final int LONGEST_NAME = 200;
    static final String PATH = "/contribute/";

    private final DelegationRepository delegations;
    private final AnswerRepository drafts;
    private final Answers answers;
    private final Catalogue catalogue;
    private final TaskSearch search;
    private final People people;
    private final PublicUrl url;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TaskRepository tasks;
    private final TaskDesk desk;
    private final Drafting drafting;
    private final PartWork work;

    Delegations(
            DelegationRepository delegations,
            AnswerRepository drafts,
            Answers answers,
            Catalogue catalogue,
            TaskSearch search,
            People people,
            PublicUrl url,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock,
            TaskRepository tasks,
            TaskDesk desk,
            Drafting drafting,
            PartWork work) {
        this.delegations = delegations;
        this.drafts = drafts;
        this.answers = answers;
        this.catalogue = catalogue;
        this.search = search;
        this.people = people;
        this.url = url;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
        this.tasks = tasks;
        this.desk = desk;
        this.drafting = drafting;
        this.work = work;
    }

    /** Who may be given a part. */
    public record Contributor(String username, String name) {}

    /** A link to hand on; it is shown this once. */
    public record MadeLink(UUID delegation, String link, Instant expiresAt) {}

    /** Who has or had what of the task, the newest first; for its coordinators. */
    public List<DelegationView> of(UUID task, Locale reader) {
        Place place = requireOwn(task);
        return delegations.ofTask(task).stream()
                .map(part -> view(place, part, reader))
                .toList();
    }

    /** The caller's own part, as long as it is the person's. */
    public Optional<DelegationView> mine(UUID id, Locale reader) {
        Task task = tasks.find(id).orElseThrow(Absent::new);
        return work.mine(task).map(part -> view(desk.place(task), part, reader));
    }

    /** What can be given away of the task. */
    public List<FormSection> sections(UUID task, Locale reader) {
        Place place = requireOwn(task);
        return answers.form(place).sections(catalogue.texts(place.commitment(), reader));
    }

    /** Contributors of the own state. */
    public List<Contributor> contributors(UUID task) {
        Place place = requireOwn(task);
        return people
                .with(
                        Role.NATIONAL_CONTRIBUTOR,
                        Optional.of(place.task().undertaking.state()))
                .stream()
                .map(person -> new Contributor(person.username(), person.name()))
                .toList();
    }

    private Place requireOwn(UUID id) {
        Task task = tasks.find(id).orElseThrow(Absent::new);
        access.requireCoordinator(currentActor.get(), task.undertaking.state());
        return desk.place(task);
    }

    /**
     * Gives a task or some of its sections to a contributor of the own state; what the person has already stays.
     *
     * @param to username
     * @param fields ids of sections, empty = all that nobody has yet
     */
    public UUID delegate(UUID id, String to, Collection<String> fields) {
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
        Set<String> all = form.sections(org.randot.commitments.forms.FormTexts.english()).stream()
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
    public MadeLink link(UUID id, String to, String section, int days) {
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
        return new MadeLink(part.id, url.link(PATH + secret), expires);
    }

    /** The contributor's part is ready; it goes back to the coordinator. */
    public void finish(UUID task) {
        Delegation part = work.requireOpen(task);
        part.become(DelegationStatus.DONE, clock.instant());
        delegations.save(part);
        Task of = tasks.find(task).orElseThrow(Absent::new);
        events.publishEvent(new DelegationFact.PartDone(of.undertaking, of.stage, part.id, part.version));
    }

    /** A part beside the draft, for the coordinator. */
    public DelegatedPart part(UUID task, UUID id, Locale reader) {
        Place place = requireOwn(task);
        Delegation part = require(task, id);
        Form form = work.form(place, part);
        ObjectNode draft = Sql.emptyObject();
        draft(place.task()).properties().stream()
                .filter(each -> form.keys().contains(each.getKey()))
                .forEach(each -> draft.set(each.getKey(), each.getValue()));
        return new DelegatedPart(
                view(place, part, reader),
                search.summary(place.task(), place.commitment(), 0, reader),
                form,
                catalogue.texts(place.commitment(), reader),
                answers.context(place),
                part.answers,
                draft);
    }

    private Delegation require(UUID task, UUID id) {
        return delegations.find(id).filter(part -> part.taskId.equals(task)).orElseThrow(Absent::new);
    }

    /** Takes the answers of a part that is back over into the draft. */
    public void approve(UUID id, UUID delegation, Locale reader) {
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
        drafting.saveDraft(new SaveDraft(id, version, merged), reader);
        decide(part, DelegationStatus.APPROVED, "");
        events.publishEvent(new DelegationFact.PartApproved(task.undertaking, task.stage, part.id));
    }

    /** Back to the contributor with a note. A link is used up: there a new one is made instead. */
    public void sendBack(UUID id, UUID delegation, String note) {
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
    public void takeBack(UUID id, UUID delegation) {
        Place place = requireOwn(id);
        Delegation part = require(id, delegation);
        if (!part.status.isLiving()) {
            throw new DelegationRefused(Reason.NOT_BACK);
        }
        delegations.endLinks(part.id);
        decide(part, DelegationStatus.TAKEN_BACK, "");
        Task task = place.task();
        events.publishEvent(new DelegationFact.PartTakenBack(task.undertaking, task.stage, part.id));
    }

    private void decide(Delegation part, DelegationStatus status, String note) {
        part.note = note;
        part.become(status, clock.instant());
        delegations.save(part);
    }

    private DelegationView view(Place place, Delegation part, Locale reader) {
        List<String> labels = answers.form(place).sections(catalogue.texts(place.commitment(), reader)).stream()
                .filter(section -> part.sections.contains(section.id()))
                .map(FormSection::label)
                .toList();
        return new DelegationView(
                part.id,
                part.personName,
                part.link,
                labels,
                List.copyOf(part.sections),
                part.status,
                part.note,
                part.givenBy,
                part.givenAt,
                part.changedAt,
                part.expiresAt);
    }
}

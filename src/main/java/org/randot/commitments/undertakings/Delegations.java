package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormSection;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.Role;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.undertakings.Answers.Place;
import org.springframework.context.ApplicationEventPublisher;

/** Parts of a task in the hands of others: a coordinator gives them, gets them back and decides on them (domain.md 1.4, 3.3). */
@ModuleApi
public class Delegations {
    public static final int DEFAULT_DAYS = 14;
    static final String PATH = "/contribute/";

    private final DelegationRepository delegations;
    private final AnswerRepository drafts;
    private final Answers answers;
    private final Catalogue catalogue;
    private final TaskSearch search;
    private final People people;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TaskRepository tasks;
    private final TaskDesk desk;
    private final PartWork work;
    private final Delegating delegating;
    private final PartDecisions decisions;

    Delegations(
            DelegationRepository delegations,
            AnswerRepository drafts,
            Answers answers,
            Catalogue catalogue,
            TaskSearch search,
            People people,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock,
            TaskRepository tasks,
            TaskDesk desk,
            PartWork work,
            Delegating delegating,
            PartDecisions decisions) {
        this.delegations = delegations;
        this.drafts = drafts;
        this.answers = answers;
        this.catalogue = catalogue;
        this.search = search;
        this.people = people;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
        this.tasks = tasks;
        this.desk = desk;
        this.work = work;
        this.delegating = delegating;
        this.decisions = decisions;
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
        return delegating.delegate(id, to, fields);
    }

    /**
     * Makes a link by which one section can be filled once without an account. Only its hash is kept.
     *
     * @param to whom it is for, in the coordinator's words
     * @param days how long it lives
     */
    public MadeLink link(UUID id, String to, String section, int days) {
        return delegating.link(id, to, section, days);
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
        drafts.draft(task).map(AnswerRepository.Draft::values).orElseGet(Sql::emptyObject).properties().stream()
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
        decisions.approve(id, delegation, reader);
    }

    /** Back to the contributor with a note. A link is used up: there a new one is made instead. */
    public void sendBack(UUID id, UUID delegation, String note) {
        decisions.sendBack(id, delegation, note);
    }

    /** The part is the coordinator's again; its answers are not taken over, its link is dead. */
    public void takeBack(UUID id, UUID delegation) {
        decisions.takeBack(requireOwn(id).task(), delegation);
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

package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.undertakings.Answers.Place;
import org.randot.commitments.undertakings.Offer.Origin;
import org.randot.commitments.undertakings.OfferRepository.TakenOffer;

/** Answer once, use many times: what is known already is offered beside the fields of a task; taking it is an act of the coordinator. */
@ModuleApi
public class Offers {
    private final TaskRepository tasks;
    private final AnswerRepository answers;
    private final OfferSources sources;
    private final OfferRepository offers;
    private final YearBefore yearBefore;
    private final TaskDesk desk;
    private final PartWork parts;
    private final Drafting drafting;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final Clock clock;

    Offers(
            TaskRepository tasks,
            AnswerRepository answers,
            OfferSources sources,
            OfferRepository offers,
            YearBefore yearBefore,
            TaskDesk desk,
            PartWork parts,
            Drafting drafting,
            AccessPolicy access,
            CurrentActor currentActor,
            Clock clock) {
        this.tasks = tasks;
        this.answers = answers;
        this.sources = sources;
        this.offers = offers;
        this.yearBefore = yearBefore;
        this.desk = desk;
        this.parts = parts;
        this.drafting = drafting;
        this.access = access;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * What is known beside the answers: for the coordinator to take, for a reviewer to compare with. Nothing for a contributor.
     *
     * @throws Absent when the actor may not know of the task
     */
    public List<Offer> of(UUID id, Locale reader) {
        Task task = tasks.find(id).orElseThrow(Absent::new);
        if (parts.mine(task).isPresent()) {
            return List.of();
        }
        Actor actor = currentActor.get();
        access.requireSightOfSubmissions(actor, task.undertaking.state());
        boolean own = access.ownsDrafts(actor, task.undertaking.state());
        boolean open = own && task.status.isWithCoordinator();
        AnswerRepository.Submission standing =
                answers.submission(task.id, task.standing).orElse(null);
        AnswerRepository.Draft draft = own ? answers.draft(id).orElse(null) : null;
        if (!own && standing == null) {
            return List.of();
        }
        ObjectNode values = open && draft != null
                ? draft.values()
                : standing != null ? standing.values() : draft != null ? draft.values() : Sql.emptyObject();
        List<Offer> found = found(desk.place(task), values, own, reader);
        return standing(found, values, open, taken(task, open || standing == null ? null : standing.submittedAt()));
    }

    private List<Offer> found(Place place, ObjectNode values, boolean own, Locale reader) {
        List<Offer> found = new ArrayList<>(sources.of(place, values, reader));
        if (own) {
            found.replaceAll(each -> each.inDraft(sources.form(place)));
            offers.replaced(place.task().id).stream()
                    .filter(each -> !same(each.value(), values.get(each.field())))
                    .forEach(each -> sources.replaced(place, each, reader).ifPresent(found::add));
        }
        return found;
    }

    /** Takes of a draft are the coordinators' own until it is handed in. */
    private List<TakenOffer> taken(Task task, @Nullable Instant handedIn) {
        return offers.taken(task.id).stream()
                .filter(each -> handedIn == null || !each.at().isAfter(handedIn))
                .toList();
    }

    private static List<Offer> standing(List<Offer> found, ObjectNode values, boolean mayTake, List<TakenOffer> taken) {
        Map<String, TakenOffer> byId = new HashMap<>();
        taken.forEach(each -> byId.put(each.offer(), each));
        List<Offer> all = new ArrayList<>();
        for (Offer offer : found) {
            TakenOffer act = byId.remove(offer.id());
            all.add(offer.standing(mayTake, same(offer.value(), values.get(offer.key())), by(act)));
        }
        byId.values().stream()
                .filter(each -> each.origin() != Origin.REPLACED)
                .map(each -> gone(each, values))
                .forEach(all::add);
        return all;
    }

    /** Taken, and not offered any more; that it was taken stays known. */
    private static Offer gone(TakenOffer act, ObjectNode values) {
        return new Offer(
                act.offer(),
                "/" + act.field(),
                act.origin(),
                act.value(),
                null,
                act.source(),
                "",
                "",
                act.origin() == Origin.YEAR_BEFORE || act.origin() == Origin.OTHER_STAGE,
                false,
                same(act.value(), values.get(act.field())),
                by(act));
    }

    private static Offer.@Nullable Taken by(@Nullable TakenOffer act) {
        return act == null ? null : new Offer.Taken(act.by(), act.at());
    }

    /**
     * Puts what is offered into the draft. What stood there is offered from then on, to be put back.
     *
     * @throws DraftConflict when somebody else saved meanwhile
     * @throws Absent when there is no such offer
     * @throws org.randot.commitments.shared.Refusal when a figure is not of the year that is asked for
     */
    public DraftSaved take(TakeOffer command, Locale reader) {
        Task task = desk.requireOpen(command.task());
        Place place = desk.place(task);
        Optional<AnswerRepository.Draft> draft = answers.draft(task.id);
        if (draft.map(AnswerRepository.Draft::version).orElse(0) != command.version()) {
            throw drafting.conflict(task);
        }
        ObjectNode values = draft.map(each -> each.values().deepCopy()).orElseGet(Sql::emptyObject);
        Offer offer = found(place, values, true, reader).stream()
                .filter(each -> each.id().equals(command.offer()) && each.origin() != Origin.FIGURE_BEFORE)
                .findFirst()
                .orElseThrow(() -> missing(place, values, command.offer()));
        JsonNode before = values.get(offer.key());
        values.set(offer.key(), offer.value());
        DraftSaved saved = drafting.saveDraft(new SaveDraft(task.id, command.version(), values), reader);
        if (!same(offer.value(), before)) {
            keep(task, offer, before);
        }
        offers.take(task, offer, currentActor.get(), clock.instant());
        return saved;
    }

    private void keep(Task task, Offer offer, @Nullable JsonNode before) {
        if (before == null || before.isNull()) {
            offers.forget(task, offer.key());
        } else {
            offers.keep(task, offer.key(), before, clock.instant());
        }
    }

    private Absent missing(Place place, ObjectNode values, String offer) {
        String[] steps = offer.split("\\.", 2);
        if (steps.length == 2 && steps[0].endsWith("figure")) {
            YearBefore.asked(place, sources.form(place), values)
                    .ifPresent(year -> yearBefore.requireOfYear(steps[1], year));
        }
        return new Absent();
    }

    /** Numbers are the same whatever their digits after the point. */
    private static boolean same(JsonNode one, @Nullable JsonNode other) {
        return other != null
                && (one.isNumber() && other.isNumber()
                        ? one.decimalValue().compareTo(other.decimalValue()) == 0
                        : one.equals(other));
    }
}

package org.randot.commitments.undertakings;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.randot.commitments.engine.Interventions;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.Instrument;
import org.randot.commitments.reference.Standing;
import org.randot.commitments.reference.Treaties;
import org.randot.commitments.reference.TreatyFact;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

/**
 * Whether a commitment that needs a treaty applies to a state (domain.md 2.3): where the state is not party its undertaking is set aside as
 * it stands, until the state is party or declares that it takes part (docs/adr/0006-set-aside-undertakings-stand-still.md).
 */
@ModuleApi
public class Applicability {
    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final NoteRepository notes;
    private final StandStill standStill;
    private final StagePlaces places;
    private final MovedCalendar meeting;
    private final Interventions interventions;
    private final Catalogue catalogue;
    private final Cycles cycles;
    private final Treaties treaties;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applicability(
            UndertakingRepository undertakings,
            StageRepository stages,
            NoteRepository notes,
            StandStill standStill,
            StagePlaces places,
            MovedCalendar meeting,
            Interventions interventions,
            Catalogue catalogue,
            Cycles cycles,
            Treaties treaties,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.notes = notes;
        this.standStill = standStill;
        this.places = places;
        this.meeting = meeting;
        this.interventions = interventions;
        this.catalogue = catalogue;
        this.cycles = cycles;
        this.treaties = treaties;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The state takes part although it is not party: from now on the undertaking applies, whatever becomes of the treaty.
     *
     * @throws LifecycleRefused when it applies already, or is over
     */
    public void takePart(UndertakingKey key) {
        access.requireCoordinator(currentActor.get(), key.state());
        Undertaking undertaking = undertakings.byKey(key.toString()).orElseThrow(Absent::new);
        NotParty notParty = undertaking.notParty();
        if (notParty == null || undertaking.ended()) {
            throw LifecycleRefused.conflict("applies");
        }
        undertakings.takePart(undertaking.id());
        notes.happened(undertaking.id(), key, "", "TAKES_PART", notParty.instrument());
        apply(undertaking, notParty, true);
    }

    /** Whether the actor may declare that the state takes part. */
    public boolean mayTakePart(UndertakingView view) {
        return view.notPartyTo() != null
                && !view.cancelled()
                && access.ownsDrafts(currentActor.get(), view.key().state());
    }

    /** The treaty on which the undertaking depends and of which nobody knows whether the state is party: it counts as party. */
    public Optional<String> toConfirm(UndertakingView view) {
        access.requireSight(currentActor.orSystem(), view.key().state());
        Commitment commitment = catalogue.byCode(view.key().commitment(), view.packageVersion());
        return Optional.of(commitment.requires())
                .filter(needed -> !needed.isEmpty() && !view.takesPart())
                .filter(needed -> standing(needed, view.key().state()) == Standing.UNKNOWN);
    }

    /** The treaty that the commitment needs and the state is not party to. */
    Optional<String> missing(Commitment commitment, String state) {
        return Optional.of(commitment.requires())
                .filter(needed -> !needed.isEmpty() && standing(needed, state).isNotParty());
    }

    private Standing standing(String instrument, String state) {
        return treaties.of(state, Instrument.valueOf(instrument)).status();
    }

    @EventListener
    void on(TreatyFact fact) {
        cycles.all().stream()
                .flatMap(cycle -> undertakings.list(cycle.code(), fact.iso3(), "").stream())
                .filter(undertaking -> !undertaking.ended())
                .forEach(undertaking -> follow(undertaking, fact));
    }

    /** What the treaty became while nothing of the undertaking counted. */
    void catchUp(Undertaking undertaking) {
        UndertakingKey key = undertaking.key();
        String needed =
                catalogue.byCode(key.commitment(), undertaking.packageVersion()).requires();
        if (needed.isEmpty() || undertaking.takesPart()) {
            return;
        }
        boolean party = !standing(needed, key.state()).isNotParty();
        NotParty notParty = undertaking.notParty();
        if (notParty == null && !party) {
            setAside(undertaking, needed);
        } else if (notParty != null && party) {
            notes.happened(undertaking.id(), key, "", "APPLIES", needed);
            apply(undertaking, notParty, false);
        }
    }

    private void follow(Undertaking undertaking, TreatyFact fact) {
        UndertakingKey key = undertaking.key();
        String instrument = fact.instrument().name();
        Commitment commitment = catalogue.byCode(key.commitment(), undertaking.packageVersion());
        boolean needed = commitment.requires().equals(instrument) && !undertaking.takesPart();
        NotParty notParty = undertaking.notParty();
        if (needed && notParty == null && fact.now().isNotParty()) {
            setAside(undertaking, instrument);
        } else if (needed && notParty != null && !fact.now().isNotParty()) {
            notes.happened(undertaking.id(), key, "", "APPLIES", instrument);
            apply(undertaking, notParty, false);
        } else if (catalogue.instruments(commitment).contains(instrument)) {
            events.publishEvent(new UndertakingFact.TreatyChanged(
                    key, instrument, fact.now().name()));
        }
    }

    /** It stays as it stands, with all it holds, and every stage of it counts as not applicable. */
    void setAside(Undertaking undertaking, String instrument) {
        UndertakingKey key = undertaking.key();
        undertakings.setAside(undertaking.id(), new NotParty(instrument, Time.today(clock)));
        notes.happened(undertaking.id(), key, "", "NOT_PARTY", instrument);
        standStill.begin(undertaking);
        events.publishEvent(new UndertakingFact.SetAside(key, instrument));
    }

    private void apply(Undertaking undertaking, NotParty notParty, boolean declared) {
        UndertakingKey key = undertaking.key();
        int days = Math.toIntExact(ChronoUnit.DAYS.between(notParty.since(), Time.today(clock)));
        boolean goesOn = !undertaking.suspended();
        boolean running = interventions.runs(key.toString());
        undertakings.apply(undertaking.id());
        Undertaking now = undertakings.byId(undertaking.id());
        if (goesOn && running) {
            standStill.lengthen(now, days);
            standStill.end(now);
        }
        meeting.catchUp(now, running);
        events.publishEvent(new UndertakingFact.Applies(key, notParty.instrument(), goesOn ? days : 0, declared));
        if (!running) {
            interventions.begin(places.of(now, stages.of(now.id()).get(0).key));
        } else if (goesOn) {
            standStill.reschedule(now);
        }
    }
}

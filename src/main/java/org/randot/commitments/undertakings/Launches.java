package org.randot.commitments.undertakings;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starting the undertakings of a cycle. Safe to repeat: what runs already is left as it is. */
@ModuleApi
public class Launches {
    private final LaunchRepository launches;
    private final LaunchWork work;
    private final Cycles cycles;
    private final States states;
    private final Catalogue catalogue;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Launches(
            LaunchRepository launches,
            LaunchWork work,
            Cycles cycles,
            States states,
            Catalogue catalogue,
            AccessPolicy access,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.launches = launches;
        this.work = work;
        this.cycles = cycles;
        this.states = states;
        this.catalogue = catalogue;
        this.access = access;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for the missing undertakings; they are started in the background.
     *
     * @param wantedStates null = all that take part
     * @param wantedCommitments null = all that are deployed
     * @throws MeetingDateMissing without the date of the meeting
     * @throws Absent for an unknown state or commitment
     */
    public UUID launch(
            String cycleCode, @Nullable List<String> wantedStates, @Nullable List<String> wantedCommitments) {
        Actor actor = currentActor.get();
        access.requireAdministrator(actor);
        Cycle cycle = cycles.get(cycleCode);
        if (cycle.meetingDate() == null) {
            throw new MeetingDateMissing();
        }
        List<String> toStart = wantedStates == null
                ? states.active(Locale.ENGLISH).stream().map(MemberState::iso3).toList()
                : wantedStates.stream()
                        .map(code -> states.get(code).iso3())
                        .distinct()
                        .toList();
        List<String> codes = wantedCommitments == null
                ? catalogue.all().stream().map(Commitment::code).toList()
                : wantedCommitments.stream()
                        .map(code -> catalogue.byCode(code).code())
                        .distinct()
                        .toList();
        UUID run = Ids.next();
        launches.insertRun(run, cycle.code(), actor.username(), clock.instant());
        int asked = 0;
        for (String state : toStart) {
            for (String code : codes) {
                List<UndertakingKey> keys = keys(cycle, state, catalogue.byCode(code));
                keys.forEach(key -> launches.insertItem(run, key));
                asked += keys.size();
            }
        }
        events.publishEvent(new LaunchRequested(run, cycle.code(), asked));
        return run;
    }

    /** One for the cycle, or one for each reporting year (domain.md 3.1). */
    static List<UndertakingKey> keys(Cycle cycle, String state, Commitment commitment) {
        if (!commitment.yearly()) {
            return List.of(new UndertakingKey(cycle.code(), state, commitment.code(), null));
        }
        return cycle.reportingYears().stream()
                .map(year -> new UndertakingKey(cycle.code(), state, commitment.code(), year))
                .toList();
    }

    /** How many undertakings the cycle has when everything is launched. */
    public LaunchRule rule(String cycleCode) {
        access.requireAdministrator(currentActor.get());
        List<Commitment> all = catalogue.all();
        int yearly = (int) all.stream().filter(Commitment::yearly).count();
        return new LaunchRule(
                states.active(Locale.ENGLISH).size(),
                all.size() - yearly,
                yearly,
                cycles.get(cycleCode).reportingYears().size());
    }

    /** @throws Absent for an unknown launch */
    public LaunchProgress progress(UUID launch) {
        access.requireAdministrator(currentActor.get());
        return launches.progress(launch).orElseThrow(Absent::new);
    }

    /** The newest launch of a cycle. */
    public Optional<LaunchProgress> last(String cycle) {
        access.requireAdministrator(currentActor.get());
        return launches.last(cycle).flatMap(launches::progress);
    }

    /** How many undertakings of a cycle were ever started. */
    public long started(String cycle) {
        access.requireAdministrator(currentActor.get());
        return launches.running(cycle);
    }

    /** Works at all launches on this thread until nothing waits; for demonstrations and tests. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void finish() {
        work.finish();
    }
}

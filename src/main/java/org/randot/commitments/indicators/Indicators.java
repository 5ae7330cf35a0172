package org.randot.commitments.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.ExchangeRates;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;

/** Indicators and their values, within the reader's scope (domain.md 5). */
@ModuleApi
public class Indicators {
    private final Catalogue catalogue;
    private final ValueRepository repository;
    private final PublicFigures publicFigures;
    private final States states;
    private final Cycles cycles;
    private final ExchangeRates rates;
    private final IndicatorPolicy policy;
    private final CurrentActor currentActor;

    Indicators(
            Catalogue catalogue,
            ValueRepository repository,
            PublicFigures publicFigures,
            States states,
            Cycles cycles,
            ExchangeRates rates,
            IndicatorPolicy policy,
            CurrentActor currentActor) {
        this.catalogue = catalogue;
        this.repository = repository;
        this.publicFigures = publicFigures;
        this.states = states;
        this.cycles = cycles;
        this.rates = rates;
        this.policy = policy;
        this.currentActor = currentActor;
    }

    /** The indicators of a commitment as deployed now. */
    public List<Indicator> of(Commitment commitment) {
        return catalogue.indicators(commitment);
    }

    /** Of the current cycle. An unknown code is absent. */
    public IndicatorView get(String code) {
        return get(cycles.current().code(), code);
    }

    /** @throws Absent for an unknown code */
    public IndicatorView get(String cycle, String code) {
        Commitment commitment = catalogue.all().stream()
                .filter(each -> find(each, code).isPresent())
                .findFirst()
                .orElseThrow(Absent::new);
        Indicator indicator = find(commitment, code).orElseThrow();
        Actor actor = currentActor.orSystem();
        List<IndicatorValue> values = indicator.isOfPlatform()
                ? List.of()
                : repository.ofIndicator(cycle, code).stream()
                        .filter(kept -> policy.mayRead(actor, kept.state()))
                        .map(kept -> IndicatorValue.of(kept, rates))
                        .toList();
        return new IndicatorView(
                commitment,
                indicator,
                values,
                regions(cycle, indicator),
                publicFigures.of(commitment.code(), indicator).stream()
                        .map(SmallNumbers::told)
                        .toList());
    }

    private Optional<Indicator> find(Commitment commitment, String code) {
        return catalogue.indicators(commitment).stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    /** The current values of a state, by indicator; without those of the platform. Absent when they are not the actor's to see. */
    public Map<Indicator, List<IndicatorValue>> ofState(String state) {
        policy.requireState(currentActor.orSystem(), state);
        Map<String, List<IndicatorValue>> values = repository
                .ofState(cycles.current().code(), state)
                .stream()
                .filter(kept -> kept.slot().breakdown().isEmpty())
                .collect(Collectors.groupingBy(
                        kept -> kept.slot().indicator(),
                        Collectors.mapping(kept -> IndicatorValue.of(kept, rates), Collectors.toList())));
        Map<Indicator, List<IndicatorValue>> all = new LinkedHashMap<>();
        for (Commitment commitment : catalogue.all()) {
            catalogue.indicators(commitment).stream()
                    .filter(indicator -> !indicator.isOfPlatform() && values.containsKey(indicator.code()))
                    .forEach(indicator -> all.put(indicator, values.getOrDefault(indicator.code(), List.of())));
        }
        return all;
    }

    /** Whether the reader may see values of this state. */
    public boolean mayRead(String state) {
        return policy.mayRead(currentActor.orSystem(), state);
    }

    /** Sums that everybody may know are made of values that not everybody may see. */
    private Map<String, List<Region>> regions(String cycle, Indicator indicator) {
        Set<String> active =
                states.active(Locale.ENGLISH).stream().map(MemberState::iso3).collect(Collectors.toSet());
        List<ValueRepository.Kept> every = currentActor.callAs(
                Actor.SYSTEM,
                () -> repository.ofIndicator(cycle, indicator.code()).stream()
                        .filter(kept -> kept.slot().breakdown().isEmpty() && active.contains(kept.state()))
                        .toList());
        Set<Integer> periods = new TreeSet<>();
        every.forEach(kept -> periods.add(kept.slot().period()));
        Map<String, List<Region>> regions = new LinkedHashMap<>();
        indicator.measures().forEach(measure -> {
            List<Region> ofMeasure = new ArrayList<>();
            for (int period : periods) {
                List<Outcome> outcomes = every.stream()
                        .filter(kept -> kept.slot().measure().equals(measure.key())
                                && kept.slot().period() == period)
                        .map(ValueRepository.Kept::outcome)
                        .toList();
                ofMeasure.add(Region.of(indicator, measure, period, outcomes, active.size()));
            }
            regions.put(measure.key(), List.copyOf(ofMeasure));
        });
        return regions;
    }
}

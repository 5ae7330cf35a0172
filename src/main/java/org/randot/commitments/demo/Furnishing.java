package org.randot.commitments.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.reference.Agency;
import org.randot.commitments.reference.ChangeTreatyStatus;
import org.randot.commitments.reference.Described;
import org.randot.commitments.reference.ExchangeRates;
import org.randot.commitments.reference.Law;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.Register;
import org.randot.commitments.reference.Registers;
import org.randot.commitments.reference.SetExchangeRate;
import org.randot.commitments.reference.States;
import org.randot.commitments.reference.Treaties;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What stands there before the story begins: registers, a few treaties and rates, all invented and marked so ({@code resources/demo/furnishing.json}). */
@Component
@Profile("demo")
class Furnishing {
    /**
     * @param agencies of every state, by its language
     * @param laws the same
     */
    record Pieces(
            Map<String, List<Agency>> agencies,
            Map<String, List<Law>> laws,
            List<ChangeTreatyStatus> treaties,
            List<SetExchangeRate> rates) {}

    private final Cast cast;
    private final CurrentActor actor;
    private final States states;
    private final Registers registers;
    private final Treaties treaties;
    private final ExchangeRates rates;

    Furnishing(
            Cast cast, CurrentActor actor, States states, Registers registers, Treaties treaties, ExchangeRates rates) {
        this.cast = cast;
        this.actor = actor;
        this.states = states;
        this.registers = registers;
        this.treaties = treaties;
        this.rates = rates;
    }

    /** Once more it adds nothing. */
    void furnish(Pieces pieces, String administrator) {
        actor.runAs(cast.person(administrator), () -> {
            pieces.treaties().stream()
                    .filter(each -> treaties.of(each.state(), each.instrument()).version() == 0)
                    .forEach(each -> treaties.change(each, administrator));
            pieces.rates().stream()
                    .filter(each -> rates.of(each.currency(), each.year()).isEmpty())
                    .forEach(each -> rates.set(each, administrator));
        });
        for (MemberState state : states.active(Locale.ENGLISH)) {
            String language = state.language().tag();
            actor.runAs(cast.coordinator(state.iso3()), () -> {
                keep(Register.AGENCIES, state.iso3(), pieces.agencies().getOrDefault(language, List.of()));
                keep(Register.LAWS, state.iso3(), pieces.laws().getOrDefault(language, List.of()));
            });
        }
    }

    private <D extends Described> void keep(Register<D> register, String state, List<D> entries) {
        entries.forEach(entry -> registers.keep(register, state, entry));
    }
}

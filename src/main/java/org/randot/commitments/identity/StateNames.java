package org.randot.commitments.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.springframework.stereotype.Component;

/** Names of states, for password rules and for checking that a state exists. */
@Component
class StateNames {
    private final States states;

    StateNames(States states) {
        this.states = states;
    }

    List<String> all() {
        return states.all(Locale.ENGLISH).stream()
                .map(MemberState::name)
                .flatMap(name -> Stream.of(name.en(), name.es(), name.pt(), name.fr()))
                .toList();
    }

    Optional<MemberState> find(String iso3) {
        return states.all(Locale.ENGLISH).stream()
                .filter(state -> state.iso3().equals(iso3))
                .findAny();
    }
}

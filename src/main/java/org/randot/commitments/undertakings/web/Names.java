package org.randot.commitments.undertakings.web;

import java.util.Locale;
import java.util.Set;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.States;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.stereotype.Component;

/** Names of states and commitments in the reader's language, for the templates of this module. */
@Component("undertakingNames")
public class Names {
    private final States states;
    private final Catalogue catalogue;
    private final CurrentActor currentActor;

    Names(States states, Catalogue catalogue, CurrentActor currentActor) {
        this.states = states;
        this.catalogue = catalogue;
        this.currentActor = currentActor;
    }

    public String state(UndertakingKey key, Locale reader) {
        return states.get(key.state()).name().in(reader);
    }

    /** Whether the reader may see undertakings as a whole: a contributor may not. */
    public boolean linked() {
        return currentActor
                .find()
                .map(actor -> !actor.roles().equals(Set.of(Role.NATIONAL_CONTRIBUTOR)))
                .orElse(false);
    }

    public String commitment(UndertakingKey key, Locale reader) {
        String title = catalogue.byCode(key.commitment()).title().in(reader);
        return key.year() == null ? title : title + " " + key.year();
    }
}

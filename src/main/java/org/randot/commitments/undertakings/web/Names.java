package org.randot.commitments.undertakings.web;

import java.util.Locale;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.States;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.stereotype.Component;

/** Names of states and commitments in the reader's language, for the templates of this module. */
@Component("undertakingNames")
public class Names {
    private final States states;
    private final Catalogue catalogue;

    Names(States states, Catalogue catalogue) {
        this.states = states;
        this.catalogue = catalogue;
    }

    public String state(UndertakingKey key, Locale reader) {
        return states.get(key.state()).name().in(reader);
    }

    public String commitment(UndertakingKey key, Locale reader) {
        String title = catalogue.byCode(key.commitment()).title().in(reader);
        return key.year() == null ? title : title + " " + key.year();
    }
}

package org.randot.commitments.shared;

import java.util.Optional;

/** A part of the home page, contributed by the module that owns its contents. */
public interface HomePanel {
    /** What this panel has to say to the current actor; empty where it does not concern the person. */
    Optional<Content> content();

    /** Smaller stands higher on the page. */
    int order();

    /**
     * @param template name of the template whose fragment {@code panel(model)} shows it, for example {@code undertakings/home}
     * @param model handed to the fragment
     */
    record Content(String template, Object model) {}
}

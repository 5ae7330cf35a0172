package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a state's registers hold, for the fields that name an agency or a law.
 *
 * @param keeps whether what is described by hand may be kept in the register
 */
public record RegisterEntries(List<Entry> agencies, List<Entry> laws, boolean keeps) {
    private static final RegisterEntries NONE = new RegisterEntries(List.of(), List.of(), false);

    /** Which register. */
    public enum Kind {
        AGENCY,
        LAW
    }

    /**
     * One entry.
     *
     * @param description as a form holds an agency or a law that is described by hand
     * @param retired it may stand where it stood, and is offered no more
     */
    public record Entry(String id, ObjectNode description, boolean retired) {}

    /** Where there is no register. */
    public static RegisterEntries none() {
        return NONE;
    }

    List<Entry> of(Kind kind) {
        return kind == Kind.AGENCY ? agencies : laws;
    }

    RegisterEntries withoutKeeping() {
        return keeps ? new RegisterEntries(agencies, laws, false) : this;
    }
}

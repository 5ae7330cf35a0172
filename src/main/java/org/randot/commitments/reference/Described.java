package org.randot.commitments.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an entry of a register says, in the shape in which forms hold it ({@code api.md}). */
public sealed interface Described permits Agency, Law {
    /** What the entry is called, by language; at least one of the four. */
    Map<String, String> called();

    /** In the reader's language where it is called anything in it, else in the first that there is. */
    default String called(Locale reader) {
        return Wording.in(called(), reader);
    }

    /** Everything by which somebody may look for it. */
    String searched();

    /** What is wrong with it, nothing when all is well. */
    List<RegisterRefused.Problem> problems();

    /** Whether the two cannot both stand in a register: nobody could tell them apart. */
    boolean isSame(Described other);
}

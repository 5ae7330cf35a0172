package org.randot.commitments.forms;

import java.util.Optional;

/** Where a form finds the rows that its tables take from reference data. */
@FunctionalInterface
public interface RowFiles {
    /** A form whose tables take no rows from anywhere. */
    RowFiles NONE = name -> Optional.empty();

    /** The content of {@code ‹name›.rows.json}. */
    Optional<byte[]> find(String name);
}

package org.randot.commitments.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Fact;

/** What happens to a cycle. */
public sealed interface CycleFact extends Fact {
    String cycle();

    @Override
    default String subject() {
        return cycle();
    }

    @Override
    default String state() {
        return "";
    }

    record MeetingDateMoved(String cycle, @Nullable LocalDate from, LocalDate to, String reason) implements CycleFact {}
}

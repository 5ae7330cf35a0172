package org.randot.commitments.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Fact;

/** A date of a cycle's calendar moved: whatever hangs on the calendar follows. */
public sealed interface CycleFact extends Fact {
    String cycle();

    String reason();

    @Override
    default String subject() {
        return cycle();
    }

    @Override
    default String state() {
        return "";
    }

    record MeetingDateMoved(String cycle, @Nullable LocalDate from, LocalDate to, String reason) implements CycleFact {}

    /** @param byHand it was set apart; false = it follows the meeting date again */
    record CutOffDateMoved(String cycle, @Nullable LocalDate from, LocalDate to, boolean byHand, String reason)
            implements CycleFact {}
}

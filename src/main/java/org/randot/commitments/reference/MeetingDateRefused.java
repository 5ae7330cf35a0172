package org.randot.commitments.reference;

import java.time.LocalDate;
import org.randot.commitments.shared.Refusal;

/** The meeting date cannot be set as asked. */
public final class MeetingDateRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private MeetingDateRefused(String key, Object... arguments) {
        super(Kind.BROKEN_RULE, key, arguments);
    }

    static void unlessPossible(Cycle cycle, LocalDate date, String reason) {
        if (!date.isAfter(cycle.adoptionDate())) {
            throw new MeetingDateRefused("reference.refusal.meetingBeforeAdoption", cycle.adoptionDate());
        }
        if (reason.isBlank()) {
            throw new MeetingDateRefused("reference.refusal.reasonMissing");
        }
    }
}

package org.randot.commitments.undertakings;

import org.randot.commitments.shared.Refusal;

/** No launch without the date of the meeting (domain.md 3.2). */
public final class MeetingDateMissing extends Refusal {
    private static final long serialVersionUID = 1L;

    public MeetingDateMissing() {
        super(Kind.BROKEN_RULE, "undertakings.refusal.meetingDateMissing");
    }
}

package org.randot.commitments.reference;

import java.time.LocalDate;
import java.util.List;
import org.randot.commitments.shared.ModuleApi;

/** The cycles and their calendar. */
@ModuleApi
public class Cycles {
    public List<Cycle> all() {
        throw new UnsupportedOperationException();
    }

    /** The cycle that is open now. */
    public Cycle current() {
        throw new UnsupportedOperationException();
    }

    /** @throws org.randot.commitments.shared.Absent for an unknown code */
    public Cycle get(String code) {
        throw new UnsupportedOperationException();
    }

    /** Sets the first day of the Fifth Meeting (administrator); publishes {@link CycleFact.MeetingDateMoved}. */
    public Cycle moveMeetingDate(String code, LocalDate date, String reason) {
        throw new UnsupportedOperationException();
    }
}

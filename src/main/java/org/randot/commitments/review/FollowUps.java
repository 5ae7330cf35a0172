package org.randot.commitments.review;

import java.time.LocalDate;
import java.util.List;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.undertakings.UndertakingKey;

/** Follow-up items: observations that a reviewer attached to an approval, due after P90D (domain.md 3.3). */
@ModuleApi
public class FollowUps {
    private final ReviewNotes notes;

    FollowUps(ReviewNotes notes) {
        this.notes = notes;
    }

    /** Due dates of the items of an undertaking that are still open. */
    public List<LocalDate> openDueDates(UndertakingKey undertaking) {
        return notes.openDueDates(undertaking);
    }
}

package org.randot.commitments.exchange;

import java.util.List;
import org.randot.commitments.undertakings.DraftSaved;

/** A workbook that was read into the draft, and what has changed by it. */
public record WorkbookRead(DraftSaved saved, List<Change> changes) {
    /** A field before and after, in the reader's words; empty where nothing stood or stands. */
    public record Change(String field, String before, String after) {}
}

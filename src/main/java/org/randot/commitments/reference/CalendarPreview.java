package org.randot.commitments.reference;

import java.util.List;

/** Tells which due dates would shift if the calendar of a cycle were this one. Contributed by the module that keeps due dates. */
public interface CalendarPreview {
    List<DueDateShift> shifts(Cycle calendar);
}

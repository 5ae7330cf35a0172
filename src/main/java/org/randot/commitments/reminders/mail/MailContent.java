package org.randot.commitments.reminders.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reminders.NoticeKind;

/**
 * What a mail says, without its words: they are written in the person's language when it is sent, the same each time.
 *
 * @param open how many tasks of the person are open, and how many of them overdue
 */
record MailContent(String name, long open, long overdue, List<Line> lines) {
    /** One thing to tell. */
    record Line(
            NoticeKind kind,
            String undertaking,
            @Nullable String stage,
            @Nullable UUID review,
            @Nullable LocalDate due) {}
}

package org.randot.commitments.reminders.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reminders.NoticeKind;

/** A notice that waits to be mailed. */
record Pending(
        UUID id,
        UUID person,
        NoticeKind kind,
        String undertaking,
        @Nullable String stage,
        @Nullable UUID review,
        @Nullable LocalDate due,
        Instant createdAt) {
    static final String COLUMNS =
            "n.id, n.person, n.kind, n.undertaking, n.stage, n.review_id, n.due_date, n.created_at";

    static Pending read(ResultSet row, int number) throws SQLException {
        String stage = row.getString("stage");
        return new Pending(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("undertaking"),
                stage.isEmpty() ? null : stage,
                row.getObject("review_id", UUID.class),
                row.getObject("due_date", LocalDate.class),
                Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class))
                        .toInstant());
    }

    MailContent.Line line() {
        return new MailContent.Line(kind, undertaking, stage, review, due);
    }

    /** Two of the same subject: only the later is worth telling. */
    String subject() {
        return kind.series() + " " + undertaking + " " + stage;
    }
}

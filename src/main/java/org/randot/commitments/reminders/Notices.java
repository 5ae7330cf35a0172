package org.randot.commitments.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.NoticeCount;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notices of the current actor, never of anybody else. */
@ModuleApi
public class Notices implements NoticeCount {
    private final JdbcClient jdbc;
    private final CurrentActor actors;
    private final Clock clock;

    Notices(JdbcClient jdbc, CurrentActor actors, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.clock = clock;
    }

    /** The newest first. */
    public Paged<NoticeView> page(Paging paging) {
        long total = jdbc.sql("select count(*) from notice where person = :me and in_app")
                .param("me", me())
                .query(Long.class)
                .single();
        List<NoticeView> notices = jdbc.sql(
                        "select * from notice where person = :me and in_app order by created_at desc, id desc limit :size offset :offset")
                .param("me", me())
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> {
                    String stage = row.getString("stage");
                    return new NoticeView(
                            row.getObject("id", UUID.class),
                            NoticeKind.valueOf(row.getString("kind")),
                            UndertakingKey.parse(row.getString("undertaking")),
                            stage.isEmpty() ? null : StageKey.parse(stage),
                            row.getObject("review_id", UUID.class),
                            row.getObject("due_date", LocalDate.class),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getObject("read_at") != null);
                })
                .list();
        return Paged.of(notices, paging, total);
    }

    @Override
    public long unread() {
        return jdbc.sql("select count(*) from notice where person = :me and read_at is null and in_app")
                .param("me", me())
                .query(Long.class)
                .single();
    }

    /** @throws Absent when the actor has no such notice */
    public void read(UUID notice) {
        int found = jdbc.sql("update notice set read_at = coalesce(read_at, :now) where person = :me and id = :id")
                .param("now", now())
                .param("me", me())
                .param("id", notice)
                .update();
        if (found == 0) {
            throw new Absent();
        }
    }

    public void readAll() {
        jdbc.sql("update notice set read_at = :now where person = :me and read_at is null and in_app")
                .param("now", now())
                .param("me", me())
                .update();
    }

    private UUID me() {
        return actors.get().id();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package org.randot.commitments.reminders;

import java.util.List;
import java.util.UUID;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who wants to hear more, or less, of an undertaking: each person's own choice. */
@ModuleApi
public class Watching {
    private final JdbcClient jdbc;
    private final Undertakings undertakings;
    private final CurrentActor actors;

    Watching(JdbcClient jdbc, Undertakings undertakings, CurrentActor actors) {
        this.jdbc = jdbc;
        this.undertakings = undertakings;
        this.actors = actors;
    }

    public enum Mode {
        /** What concerns the person's role. */
        NONE,
        /** All that happens to it. */
        WATCH,
        /** No mail but of overdue work. */
        MUTE
    }

    /** The actor's choice. */
    public Mode of(UndertakingKey undertaking) {
        return jdbc.sql("select mode from undertaking_watch where person = :me and undertaking = :undertaking")
                .param("me", actors.get().id())
                .param("undertaking", undertaking.toString())
                .query((row, n) -> Mode.valueOf(row.getString("mode")))
                .optional()
                .orElse(Mode.NONE);
    }

    /** @throws org.randot.commitments.shared.Absent when the actor may not know of it */
    public void choose(UndertakingKey undertaking, Mode mode) {
        undertakings.get(undertaking);
        UUID me = actors.get().id();
        jdbc.sql("delete from undertaking_watch where person = :me and undertaking = :undertaking")
                .param("me", me)
                .param("undertaking", undertaking.toString())
                .update();
        if (mode != Mode.NONE) {
            jdbc.sql("insert into undertaking_watch (person, undertaking, mode) values (:me, :undertaking, :mode)"
                            + " on conflict (person, undertaking) do update set mode = excluded.mode")
                    .param("me", me)
                    .param("undertaking", undertaking.toString())
                    .param("mode", mode.name())
                    .update();
        }
    }

    List<UUID> watchers(UndertakingKey undertaking) {
        return jdbc.sql("select person from undertaking_watch where undertaking = :undertaking and mode = 'WATCH'")
                .param("undertaking", undertaking.toString())
                .query(UUID.class)
                .list();
    }
}

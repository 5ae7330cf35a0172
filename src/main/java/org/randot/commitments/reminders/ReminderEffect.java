package org.randot.commitments.reminders;

import java.util.List;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether reminders help: which of them were followed by a submission within seven days. Counts only, no order of states but the alphabet's. */
@ModuleApi
public class ReminderEffect {
    /** From so many reminders on without any effect another way of contact is worth trying. */
    public static final int ENOUGH = 5;

    private static final String TOLD = """
             from reminder_step s join reminder_ladder l on l.id = s.ladder_id
            where l.kind = 'REMINDER' and l.subject = 'STAGE' and s.taken_at is not null
            """;

    private final JdbcClient jdbc;
    private final CurrentActor actors;

    ReminderEffect(JdbcClient jdbc, CurrentActor actors) {
        this.jdbc = jdbc;
        this.actors = actors;
    }

    /** @param offset days from the due date */
    public record OfStep(String profile, int offset, long told, long answered) {}

    public record OfState(String state, long told) {}

    /** By profile and day. */
    public List<OfStep> steps() {
        mayLook();
        return jdbc.sql("select l.profile, s.day_offset, count(*) as told, count(s.answered_at) as answered" + TOLD
                        + " group by l.profile, s.day_offset order by l.profile, s.day_offset")
                .query((row, n) -> new OfStep(
                        row.getString("profile"),
                        row.getInt("day_offset"),
                        row.getLong("told"),
                        row.getLong("answered")))
                .list();
    }

    /** States where mail does not help, by code: enough reminders, and none of them was followed by a submission. */
    public List<OfState> withoutEffect() {
        mayLook();
        return jdbc.sql("select s.state, count(*) as told" + TOLD
                        + " group by s.state having count(*) >= :enough and count(s.answered_at) = 0 order by s.state")
                .param("enough", ENOUGH)
                .query((row, n) -> new OfState(row.getString("state"), row.getLong("told")))
                .list();
    }

    private void mayLook() {
        Actor actor = actors.get();
        if (!actor.isAny(Role.TECHNICAL_SECRETARIAT, Role.ADMINISTRATOR)) {
            throw new Forbidden();
        }
    }
}

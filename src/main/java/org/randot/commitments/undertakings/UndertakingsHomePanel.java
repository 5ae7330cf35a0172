package org.randot.commitments.undertakings;

import java.util.List;
import java.util.Optional;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.shared.HomePanel;
import org.randot.commitments.shared.Paging;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What is due next, for those of a state. */
@Component
class UndertakingsHomePanel implements HomePanel {
    private static final Paging FIRST_FIVE = new Paging(0, 5);

    private final Tasks tasks;
    private final CurrentActor currentActor;

    UndertakingsHomePanel(Tasks tasks, CurrentActor currentActor) {
        this.tasks = tasks;
        this.currentActor = currentActor;
    }

    /** @param coordinator the person may work on them, an observer only looks */
    public record Home(TaskCounts counts, List<TaskSummary> next, boolean coordinator) {}

    @Override
    public Optional<Content> content() {
        Actor actor = currentActor.get();
        boolean coordinator = actor.is(Role.NATIONAL_COORDINATOR);
        boolean contributor = actor.is(Role.NATIONAL_CONTRIBUTOR);
        if (!coordinator && !contributor && !actor.is(Role.PERMANENT_MISSION_OBSERVER)) {
            return Optional.empty();
        }
        TaskQuery open = new TaskQuery(
                null, null, null, java.util.Set.of(TaskStatus.OPEN, TaskStatus.RETURNED), false, false, "");
        List<TaskSummary> next =
                tasks.list(open, FIRST_FIVE, LocaleContextHolder.getLocale()).items();
        return Optional.of(new Content("undertakings/home", new Home(tasks.counts(), next, coordinator)));
    }

    @Override
    public int order() {
        return 10;
    }
}

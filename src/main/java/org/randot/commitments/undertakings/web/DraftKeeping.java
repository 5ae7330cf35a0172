package org.randot.commitments.undertakings.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.undertakings.DraftConflict;
import org.randot.commitments.undertakings.DraftSaved;
import org.randot.commitments.undertakings.SaveDraft;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.stereotype.Component;

/** Keeps what a page sends of a draft. */
@Component
class DraftKeeping {
    /** A page that is sent while its own autosave is on the way comes a moment later. */
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final Tasks tasks;
    private final CurrentActor currentActor;
    private final Clock clock;

    DraftKeeping(Tasks tasks, CurrentActor currentActor, Clock clock) {
        this.tasks = tasks;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws DraftConflict when somebody else saved meanwhile */
    DraftSaved save(SaveDraft command, Locale reader) {
        try {
            return tasks.saveDraft(command, reader);
        } catch (DraftConflict conflict) {
            DraftConflict.Current now = conflict.current();
            boolean ownAMomentAgo = now.savedById().equals(currentActor.get().id())
                    && now.version() == command.version() + 1
                    && now.savedAt().plus(A_MOMENT).isAfter(clock.instant());
            if (!ownAMomentAgo) {
                throw conflict;
            }
            return tasks.saveDraft(command.over(now.version()), reader);
        }
    }
}

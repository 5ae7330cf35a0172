package org.randot.commitments.undertakings.web;

import java.util.Optional;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.shared.HomePanel;
import org.randot.commitments.undertakings.FailedSteps;
import org.springframework.stereotype.Component;

/** Tells the administrator on the home page that processes stand still. */
@Component
class FailedStepsPanel implements HomePanel {
    private final FailedSteps steps;
    private final CurrentActor actors;

    FailedStepsPanel(FailedSteps steps, CurrentActor actors) {
        this.steps = steps;
        this.actors = actors;
    }

    @Override
    public Optional<Content> content() {
        return actors.get().is(Role.ADMINISTRATOR)
                ? Optional.of(steps.count())
                        .filter(count -> count > 0)
                        .map(count -> new Content("undertakings/failed-steps", count))
                : Optional.empty();
    }

    @Override
    public int order() {
        return 4;
    }
}

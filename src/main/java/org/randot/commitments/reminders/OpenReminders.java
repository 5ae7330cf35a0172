package org.randot.commitments.reminders;

import org.randot.commitments.engine.Step;
import org.randot.commitments.engine.StepContext;
import org.springframework.stereotype.Component;

/** Models write {@code ${openReminders}}. */
@Component
class OpenReminders implements Step {
    private final Reminders reminders;

    OpenReminders(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void perform(StepContext step) {
        reminders.open(step, LadderKey.Kind.REMINDER);
    }
}

package org.randot.commitments.reminders;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks for due steps every few seconds, on every node. Tests take them themselves, so that they know when. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Profile("!test")
class ReminderSchedule {
    private final Reminders reminders;

    ReminderSchedule(Reminders reminders) {
        this.reminders = reminders;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT3S")
    void takeDue() {
        reminders.takeDue();
    }
}

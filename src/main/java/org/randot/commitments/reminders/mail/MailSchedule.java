package org.randot.commitments.reminders.mail;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;

/** Composes and delivers every few seconds, on every node. Tests do so themselves, so that they know when. */
@Configuration(proxyBeanMethods = false)
@Profile("!test")
class MailSchedule {
    private final Composer composer;
    private final Courier courier;

    MailSchedule(Composer composer, Courier courier) {
        this.composer = composer;
        this.courier = courier;
    }

    @Scheduled(initialDelayString = "PT7S", fixedDelayString = "PT3S")
    void compose() {
        composer.compose();
    }

    @Scheduled(initialDelayString = "PT8S", fixedDelayString = "PT3S")
    void deliver() {
        courier.deliver();
    }
}

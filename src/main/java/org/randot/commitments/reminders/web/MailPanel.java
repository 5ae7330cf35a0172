package org.randot.commitments.reminders.web;

import java.util.Optional;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.reminders.mail.Mails;
import org.randot.commitments.shared.HomePanel;
import org.springframework.stereotype.Component;

/** Tells the administrator on the home page when mail does not get through. */
@Component
class MailPanel implements HomePanel {
    private final Mails mails;
    private final CurrentActor actors;

    MailPanel(Mails mails, CurrentActor actors) {
        this.mails = mails;
        this.actors = actors;
    }

    @Override
    public Optional<Content> content() {
        return actors.get().is(Role.ADMINISTRATOR)
                ? Optional.of(mails.trouble())
                        .filter(trouble -> trouble.isAny() || !trouble.configured())
                        .map(trouble -> new Content("reminders/home", trouble))
                : Optional.empty();
    }

    @Override
    public int order() {
        return 5;
    }
}

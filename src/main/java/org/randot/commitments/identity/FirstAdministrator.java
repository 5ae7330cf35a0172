package org.randot.commitments.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An empty product has no account: whoever reads its log becomes the first administrator, by a link that works once. */
@Component
@Profile("!demo & !test")
class FirstAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Invitations invitations;

    FirstAdministrator(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        invitations
                .issueFirst()
                .ifPresent(link -> LOG.warn(
                        "Nobody has an account yet. Become the first administrator within 30 minutes at {}", link));
    }
}

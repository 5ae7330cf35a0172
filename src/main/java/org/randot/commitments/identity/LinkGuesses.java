package org.randot.commitments.identity;

import org.springframework.stereotype.Component;

/** Slows down those who try links that do not exist, by their address, on all nodes together. */
@Component
public class LinkGuesses {
    private final SignInThrottle throttle;

    LinkGuesses(SignInThrottle throttle) {
        this.throttle = throttle;
    }

    /** @throws TooManyAttempts when this address has to wait */
    public void requirePatience(String address) {
        throttle.requirePatience("link:" + SignInThrottle.network(address));
    }

    /** One more link that there is not. */
    public void failed(String address) {
        throttle.guess("link:" + SignInThrottle.network(address));
    }
}

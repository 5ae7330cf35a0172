package org.randot.commitments.identity;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with 46 MiB (security.md 1); at most four at once, so that a storm of sign-ins cannot exhaust the memory. */
@Component
class Passwords {
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 47104, 1);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys = encode(Secrets.next());

    String encode(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    boolean matches(String password, String encoded) {
        return inTurn(() -> encoder.matches(password, encoded));
    }

    /** Takes as long as a real comparison and never matches: for unknown people. */
    boolean matchesNobody(String password) {
        matches(password, nobodys);
        return false;
    }

    boolean isOutdated(String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    private <T> T inTurn(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}

package org.randot.commitments.identity;

import java.util.UUID;

/** Proof of a sign-in just made, to be kept in the session: it ends when {@code stamp} is no longer the account's. */
public record SignedIn(UUID person, int stamp) {}

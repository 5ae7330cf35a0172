package org.randot.commitments.packages;

import org.randot.commitments.shared.Fact;

/** What happens to a commitment package. */
public sealed interface PackageFact extends Fact {
    @Override
    default String state() {
        return "";
    }

    /** A version was deployed. {@code subject} is the package key. */
    record Deployed(String subject, int version, String sha256) implements PackageFact {}
}

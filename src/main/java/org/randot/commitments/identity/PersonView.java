package org.randot.commitments.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Language;

/** A person as the administration shows it. {@code ready}: has chosen a password. */
public record PersonView(
        UUID id,
        String username,
        String name,
        @Nullable String email,
        Set<Role> roles,
        @Nullable String state,
        Language language,
        boolean active,
        boolean ready,
        int version) {}

/** Who acts, in which role, for which state: accounts, sign-in, sessions, tokens, nominations. */
@ApplicationModule(
        displayName = "identity",
        allowedDependencies = {"shared", "reference"})
@NullMarked
package org.randot.commitments.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** A commitment package: read, check, deploy, look up (design.md 2). */
@ApplicationModule(
        displayName = "packages",
        allowedDependencies = {"shared", "reference", "identity", "engine", "forms"})
@NullMarked
package org.randot.commitments.packages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Append-only status events, the matrix on two scales, rating by DMN, any past date. */
@ApplicationModule(
        displayName = "status",
        allowedDependencies = {
            "shared",
            "reference",
            "identity",
            "engine",
            "packages",
            "undertakings",
            "review",
            "indicators"
        })
@NullMarked
package org.randot.commitments.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

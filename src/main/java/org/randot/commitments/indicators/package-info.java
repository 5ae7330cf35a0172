/** Indicators: what packages define, values of the approved stages, public figures beside them, what stands for all states (domain.md 5). */
@ApplicationModule(
        displayName = "indicators",
        allowedDependencies = {
            "shared",
            "reference",
            "identity",
            "engine",
            "packages",
            "forms",
            "undertakings",
            "review"
        })
@NullMarked
package org.randot.commitments.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Cycles and calendar, states, participation, agencies, laws: data that others cite. Knows neither users nor engine. */
@ApplicationModule(
        displayName = "reference",
        allowedDependencies = {"shared"})
@NullMarked
package org.randot.commitments.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

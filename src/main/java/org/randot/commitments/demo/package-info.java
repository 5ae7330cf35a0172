/** The demonstration: lives a year of the cycle through the real engine, once, in profile {@code demo}. What happens stands in {@code resources/demo}. */
@ApplicationModule(
        displayName = "demo",
        allowedDependencies = {
            "shared",
            "reference",
            "identity",
            "engine",
            "packages",
            "forms",
            "undertakings",
            "reminders",
            "review"
        })
@NullMarked
package org.randot.commitments.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Reminder ladders and the notices a person sees in the product. */
@ApplicationModule(
        displayName = "reminders",
        allowedDependencies = {"shared", "reference", "identity", "engine", "packages", "undertakings", "review"})
@NullMarked
package org.randot.commitments.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

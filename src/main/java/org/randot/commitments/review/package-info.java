/** Reviewers, conflict of interest, completeness check, decisions and their marks. */
@ApplicationModule(
        displayName = "review",
        allowedDependencies = {"shared", "reference", "identity", "engine", "packages", "forms", "undertakings"})
@NullMarked
package org.randot.commitments.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

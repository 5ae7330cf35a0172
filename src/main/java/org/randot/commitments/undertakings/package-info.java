/** One state and one commitment: launching, stages, tasks, drafts, submissions, evidence, due dates. */
@ApplicationModule(
        displayName = "undertakings",
        allowedDependencies = {"shared", "reference", "identity", "engine", "packages", "forms"})
@NullMarked
package org.randot.commitments.undertakings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

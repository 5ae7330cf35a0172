/** The only home of Camunda: processes, deployments, the sandbox, the words that models may use, engine events. */
@ApplicationModule(
        displayName = "engine",
        allowedDependencies = {"shared"})
@NullMarked
package org.randot.commitments.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

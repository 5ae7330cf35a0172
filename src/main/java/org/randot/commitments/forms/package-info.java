/** Camunda Forms read, checked and rendered on the server; FEEL for conditions, computed fields and rules. */
@ApplicationModule(
        displayName = "forms",
        allowedDependencies = {"shared", "engine :: feel"})
@NullMarked
package org.randot.commitments.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

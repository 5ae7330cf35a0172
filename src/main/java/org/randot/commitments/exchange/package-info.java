/** Forms to fill away from the product: a workbook for each task, and back again. */
@ApplicationModule(
        displayName = "exchange",
        allowedDependencies = {"shared", "reference", "engine", "packages", "forms", "undertakings"})
@NullMarked
package org.randot.commitments.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

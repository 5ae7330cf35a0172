/** PostgreSQL: the embedded server of trial and test, the two roles, and the row-level scope of each transaction (security.md 3). */
@ApplicationModule(
        displayName = "database",
        allowedDependencies = {"shared"})
@NullMarked
package org.randot.commitments.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

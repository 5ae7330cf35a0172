/** The tamper-evident record: hears every Fact and writes it as the last act of the transaction (security.md 9). */
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"shared", "identity"})
@NullMarked
package org.randot.commitments.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Layout, navigation, language, error pages and problem documents, security chain. */
@ApplicationModule(
        displayName = "shell",
        allowedDependencies = {"shared", "identity"})
@NullMarked
package org.randot.commitments.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

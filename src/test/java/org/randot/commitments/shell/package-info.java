@NullMarked
package org.randot.commitments.shell;

import org.jspecify.annotations.NullMarked;

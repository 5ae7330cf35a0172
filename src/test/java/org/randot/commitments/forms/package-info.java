@NullMarked
package org.randot.commitments.forms;

import org.jspecify.annotations.NullMarked;

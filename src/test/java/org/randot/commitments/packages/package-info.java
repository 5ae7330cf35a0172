@NullMarked
package org.randot.commitments.packages;

import org.jspecify.annotations.NullMarked;

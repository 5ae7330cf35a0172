@NullMarked
package org.randot.commitments.indicators;

import org.jspecify.annotations.NullMarked;

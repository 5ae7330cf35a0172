@NullMarked
package org.randot.commitments.exchange;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.randot.commitments.undertakings;

import org.jspecify.annotations.NullMarked;

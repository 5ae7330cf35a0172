@NullMarked
package org.randot.commitments.engine;

import org.jspecify.annotations.NullMarked;

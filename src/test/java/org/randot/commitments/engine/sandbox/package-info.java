@NullMarked
package org.randot.commitments.engine.sandbox;

import org.jspecify.annotations.NullMarked;

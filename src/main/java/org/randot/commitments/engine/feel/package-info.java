/** FEEL for everybody: expressions within bounds, and no word of the evaluator outside this module. */
@NamedInterface("feel")
@NullMarked
package org.randot.commitments.engine.feel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

@NullMarked
package org.randot.commitments.story;

import org.jspecify.annotations.NullMarked;

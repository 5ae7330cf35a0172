@NullMarked
package org.randot.commitments.review;

import org.jspecify.annotations.NullMarked;

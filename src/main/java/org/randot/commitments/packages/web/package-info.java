/** Pages of the commitments. */
@NullMarked
package org.randot.commitments.packages.web;

import org.jspecify.annotations.NullMarked;

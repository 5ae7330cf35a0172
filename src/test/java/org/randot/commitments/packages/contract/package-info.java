@NullMarked
package org.randot.commitments.packages.contract;

import org.jspecify.annotations.NullMarked;

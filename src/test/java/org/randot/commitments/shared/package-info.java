@org.jspecify.annotations.NullMarked
package org.randot.commitments.shared;

/** Every package through the real engine on the real database: the same scenarios for any folder found. */
@org.jspecify.annotations.NullMarked
package org.randot.commitments.scenarios;

/** The commitments in the REST contract. */
@NullMarked
package org.randot.commitments.packages.rest;

import org.jspecify.annotations.NullMarked;

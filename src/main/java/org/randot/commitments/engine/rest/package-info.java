/** The engine's part of the REST contract: the demonstration's clock. */
@NullMarked
package org.randot.commitments.engine.rest;

import org.jspecify.annotations.NullMarked;

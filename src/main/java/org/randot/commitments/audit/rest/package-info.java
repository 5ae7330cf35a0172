/** The record over REST. */
@NullMarked
package org.randot.commitments.audit.rest;

import org.jspecify.annotations.NullMarked;

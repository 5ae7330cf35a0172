/** The page of the record. */
@NullMarked
package org.randot.commitments.audit.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.randot.commitments.reference.rest;

import org.jspecify.annotations.NullMarked;

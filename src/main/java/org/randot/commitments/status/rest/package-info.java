@NullMarked
package org.randot.commitments.status.rest;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.randot.commitments.indicators.rest;

import org.jspecify.annotations.NullMarked;

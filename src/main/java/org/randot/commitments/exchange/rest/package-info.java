@NullMarked
package org.randot.commitments.exchange.rest;

import org.jspecify.annotations.NullMarked;

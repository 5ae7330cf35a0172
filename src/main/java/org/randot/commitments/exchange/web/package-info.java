@NullMarked
package org.randot.commitments.exchange.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.randot.commitments.indicators.web;

import org.jspecify.annotations.NullMarked;

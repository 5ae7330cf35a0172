@NullMarked
package org.randot.commitments.review.web;

import org.jspecify.annotations.NullMarked;

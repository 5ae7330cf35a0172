@NullMarked
package org.randot.commitments.status.web;

import org.jspecify.annotations.NullMarked;

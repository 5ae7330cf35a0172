@NullMarked
package org.randot.commitments.reference.web;

import org.jspecify.annotations.NullMarked;

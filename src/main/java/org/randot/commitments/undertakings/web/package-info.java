@NullMarked
package org.randot.commitments.undertakings.web;

import org.jspecify.annotations.NullMarked;

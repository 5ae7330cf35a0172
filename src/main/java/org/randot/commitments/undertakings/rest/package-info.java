@NullMarked
package org.randot.commitments.undertakings.rest;

import org.jspecify.annotations.NullMarked;

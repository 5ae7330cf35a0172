/** Pages that belong to no other module. */
@NullMarked
package org.randot.commitments.shell.web;

import org.jspecify.annotations.NullMarked;

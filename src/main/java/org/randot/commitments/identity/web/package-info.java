/** Pages of people: profile, administration, first sign-in. They call the module's public doors only. */
@NullMarked
package org.randot.commitments.identity.web;

import org.jspecify.annotations.NullMarked;

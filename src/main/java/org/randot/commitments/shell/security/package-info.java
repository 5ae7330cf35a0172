/** The security chain: who is behind a request, what is open to whom in the large, the headers of every answer, sign-in and sign-out. */
@NullMarked
package org.randot.commitments.shell.security;

import org.jspecify.annotations.NullMarked;

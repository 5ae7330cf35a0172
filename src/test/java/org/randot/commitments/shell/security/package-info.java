@org.jspecify.annotations.NullMarked
package org.randot.commitments.shell.security;

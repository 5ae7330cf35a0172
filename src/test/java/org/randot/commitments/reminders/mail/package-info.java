@NullMarked
package org.randot.commitments.reminders.mail;

import org.jspecify.annotations.NullMarked;

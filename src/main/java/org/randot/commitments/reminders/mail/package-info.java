/** Mail: what is told becomes digests and messages in an outbox, which couriers on any node carry to the mail server. */
@NullMarked
package org.randot.commitments.reminders.mail;

import org.jspecify.annotations.NullMarked;

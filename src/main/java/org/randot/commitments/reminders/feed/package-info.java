/** The calendar feed: a person's due dates behind a secret address. */
@NullMarked
package org.randot.commitments.reminders.feed;

import org.jspecify.annotations.NullMarked;

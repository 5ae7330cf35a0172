@NullMarked
package org.randot.commitments.reminders.feed;

import org.jspecify.annotations.NullMarked;

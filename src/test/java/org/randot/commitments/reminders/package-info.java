@NullMarked
package org.randot.commitments.reminders;

import org.jspecify.annotations.NullMarked;

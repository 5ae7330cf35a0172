@NullMarked
package org.randot.commitments.reminders.web;

import org.jspecify.annotations.NullMarked;

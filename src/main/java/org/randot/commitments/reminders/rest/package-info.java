@NullMarked
package org.randot.commitments.reminders.rest;

import org.jspecify.annotations.NullMarked;

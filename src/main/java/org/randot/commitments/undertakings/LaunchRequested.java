package org.randot.commitments.undertakings;

import java.util.UUID;

/** There is something to launch; heard after the commit. */
record LaunchRequested(UUID run) {}

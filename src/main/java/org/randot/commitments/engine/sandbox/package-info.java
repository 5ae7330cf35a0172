/** The sandbox for models (security.md 4): what a process or decision file may contain, checked before the engine sees it. */
@NullMarked
package org.randot.commitments.engine.sandbox;

import org.jspecify.annotations.NullMarked;

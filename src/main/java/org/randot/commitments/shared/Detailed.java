package org.randot.commitments.shared;

import java.util.Map;

/** A {@link Refusal} that tells more than one sentence: findings of a form, the current state of what somebody else changed. */
public interface Detailed {
    /** Members that the problem document of the REST interface gains, for example {@code errors} or {@code current}. */
    Map<String, Object> details();
}

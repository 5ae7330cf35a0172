package org.randot.commitments.reference;

/** How a state takes part in the exercise (domain.md 2.2). Only ACTIVE states get undertakings by themselves and enter denominators. */
public enum Participation {
    ACTIVE,
    NOT_PARTICIPATING,
    WITHDRAWN,
    UNDER_CLARIFICATION,
    OBSERVER
}

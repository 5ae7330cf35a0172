package org.randot.commitments.identity;

/** The roles of domain.md 1.4. */
public enum Role {
    NATIONAL_COORDINATOR,
    NATIONAL_CONTRIBUTOR,
    PERMANENT_MISSION_OBSERVER,
    CHS_REVIEWER,
    CHS_CHAIR,
    TECHNICAL_SECRETARIAT,
    ADMINISTRATOR,
    AUDITOR;

    /** Those who belong to one state and see nothing of the others. */
    public boolean isNational() {
        return this == NATIONAL_COORDINATOR || this == NATIONAL_CONTRIBUTOR || this == PERMANENT_MISSION_OBSERVER;
    }
}

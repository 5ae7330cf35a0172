package org.randot.commitments.undertakings;

/** Who besides the state may see a document that was handed in; the state's coordinator chooses (domain.md 1.4, 3.6). */
public enum EvidenceVisibility {
    /** Those who review, chair, support and audit the exercise. */
    REVIEW,
    /** Anybody, once the chair has published the report; only where the document is classified as public. */
    PUBLIC
}

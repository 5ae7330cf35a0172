package org.randot.commitments.engine;

import java.util.Set;

/** Names that models and this module agree upon (docs/authoring-processes.md): properties, variables, messages, shared processes. */
public final class Contract {
    /** Property of a stage's sub-process: its code, for example {@code C1.S2}. */
    public static final String STAGE = "stage";
    /** Property of a task of the shared review: COMPLETENESS or MILESTONE. */
    public static final String REVIEW = "review";
    /** Property of a process that carries a commitment. */
    public static final String COMMITMENT = "commitment";
    /** Key of the shared review process. */
    public static final String MILESTONE_REVIEW = "milestone-review";
    /** Message that interrupts a review because the state takes its submission back. */
    public static final String RECALLED = "submissionRecalled";

    /** Variable: the year of a yearly stage. */
    public static final String YEAR = "year";
    /** Variable: what is asked of the reviewer, SUBMISSION or NOT_APPLICABLE. */
    public static final String REQUEST = "request";

    public static final String DECISION = "decision";
    public static final String ACCEPTED = "accepted";
    public static final String COMPLETE = "complete";

    /** What a stage asks for unless its last task says otherwise. */
    public static final String SUBMISSION = "SUBMISSION";

    /** The variables that expressions may read. */
    public static final Set<String> VARIABLES = Set.of(STAGE, YEAR, REQUEST, DECISION, ACCEPTED, COMPLETE);
    /** The processes that a call activity may call. */
    public static final Set<String> CALLABLE_PROCESSES = Set.of(MILESTONE_REVIEW);

    private Contract() {}
}

package org.randot.commitments.review;

/** How much waits for the actor's role. */
public record ReviewLoad(long open, long overdue) {}

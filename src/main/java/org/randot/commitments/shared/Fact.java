package org.randot.commitments.shared;

/** Something that happened, told in the past tense with ids and values only. Published with Spring's events inside the transaction that caused it. */
public interface Fact {
    /** What it is about, in the words of the REST contract, for example {@code RANDOT-V:ARG:C1}. */
    String subject();

    /** ISO 3166-1 alpha-3 code of the state it concerns, or an empty string where it concerns none. */
    String state();

    /** The act in one word; the name of the record unless it says otherwise. */
    default String act() {
        return getClass().getSimpleName();
    }
}

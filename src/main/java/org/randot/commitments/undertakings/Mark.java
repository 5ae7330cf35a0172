package org.randot.commitments.undertakings;

/** A reviewer's remark on a field (JSON pointer into the values, {@code /rows/2/n}) or a document ({@code evidence:<id>}) of a task. */
public record Mark(String field, String text) {}

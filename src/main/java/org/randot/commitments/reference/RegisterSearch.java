package org.randot.commitments.reference;

import org.randot.commitments.shared.Paging;

/**
 * Which entries are looked for.
 *
 * @param text words in any language; empty for all
 * @param retired those that were retired too
 */
public record RegisterSearch(String text, boolean retired, Paging paging) {}

package org.randot.commitments.indicators;

/** Where figures come from and how much they cover, as the form says once (domain.md 3.6). */
record Source(String kind, String text, String coverage, String note) {
    static final String PARTIAL = "PARTIAL";
    static final String ESTIMATE = "ESTIMATE";
    static final Source USUAL = new Source("NATIONAL_OFFICIAL", "", "NATIONAL", "");
}

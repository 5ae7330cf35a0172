package org.randot.commitments.undertakings;

import java.time.LocalDate;

/**
 * The undertaking does not apply now: its commitment needs a treaty to which the state is not party (domain.md 2.3).
 *
 * @param instrument the treaty
 * @param since when it was set aside
 */
record NotParty(String instrument, LocalDate since) {}

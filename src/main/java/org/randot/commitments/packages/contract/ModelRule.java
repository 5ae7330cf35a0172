package org.randot.commitments.packages.contract;

import java.util.Set;

/** One rule of the contract that a single process file can show. Enforced at every deployment. */
interface ModelRule {
    /** The findings it may report; each has its message, its remedy and its line in {@code docs/authoring-processes.md}. */
    Set<String> codes();

    void check(Model model, Findings findings);
}

package org.randot.commitments.packages.contract;

import java.util.Set;
import org.randot.commitments.packages.PackageFiles;

/** One rule of the contract that needs several files of a package. */
interface PackageRule {
    /** The findings it may report. */
    Set<String> codes();

    /** @param shared the package of what all commitments share */
    void check(PackageFiles files, PackageFiles shared, Findings findings);
}

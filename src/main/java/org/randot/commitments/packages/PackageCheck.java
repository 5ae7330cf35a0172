package org.randot.commitments.packages;

import java.util.ArrayList;
import java.util.List;
import org.randot.commitments.engine.Finding;
import org.randot.commitments.engine.ModelCheck;
import org.randot.commitments.packages.contract.Contract;
import org.randot.commitments.packages.contract.ContractRules;
import org.springframework.stereotype.Component;

/** Checks a whole package: every file by every {@link ModelCheck} (sandbox and contract), then what only several files together show. */
@Component
public class PackageCheck {
    private final List<ModelCheck> modelChecks;
    private final ContractRules rules;
    private final ShippedPackages shipped;

    PackageCheck(List<ModelCheck> modelChecks, ContractRules rules, ShippedPackages shipped) {
        this.modelChecks = modelChecks;
        this.rules = rules;
        this.shipped = shipped;
    }

    public List<Finding> check(PackageFiles files) {
        List<Finding> findings = new ArrayList<>();
        files.files()
                .forEach((name, content) -> modelChecks.forEach(check -> findings.addAll(check.check(name, content))));
        findings.addAll(rules.check(files, shared(files)));
        return List.copyOf(findings);
    }

    private PackageFiles shared(PackageFiles files) {
        return files.key().equals(Contract.SHARED) ? files : shipped.shared();
    }
}

package org.randot.commitments.packages.contract;

import java.util.Map;
import java.util.Set;
import org.randot.commitments.packages.PackageFiles;

/** Indicators have their shape and only use fields that exist. */
final class IndicatorsReadable implements PackageRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_INDICATORS", "CONTRACT_INDICATOR_FIELD");
    }

    @Override
    public void check(PackageFiles files, PackageFiles shared, Findings findings) {
        if (!files.has(Indicators.FILE)) {
            return;
        }
        Map<String, Set<String>> fields = Read.fieldsByStage(files);
        Indicators.read(
                files.content(Indicators.FILE),
                problem -> findings.error("CONTRACT_INDICATORS", Indicators.FILE, "", 0, problem),
                (indicator, reference) -> {
                    if (!fields.getOrDefault(reference.stage(), Set.of()).contains(reference.key())) {
                        findings.error("CONTRACT_INDICATOR_FIELD", Indicators.FILE, indicator, 0, reference.toString());
                    }
                });
    }
}

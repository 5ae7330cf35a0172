package org.randot.commitments.packages.contract;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.randot.commitments.packages.PackageFiles;

/** A package is one process named like its folder, its forms, indicators and words, and nothing else. */
final class FilesBelong implements PackageRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_FILE", "CONTRACT_PROCESS_FILE");
    }

    @Override
    public void check(PackageFiles files, PackageFiles shared, Findings findings) {
        files.files().keySet().stream()
                .filter(name -> !ALLOWED.matcher(name).matches())
                .forEach(name -> findings.error("CONTRACT_FILE", name, "", 0, name));
        if (files.key().equals(Contract.SHARED)) {
            return;
        }
        String expected = files.key() + ".bpmn";
        boolean isNamed = files.names(".bpmn").toList().equals(List.of(expected));
        boolean isSame = !isNamed
                || Read.model(files, expected)
                        .filter(model -> !model.process().id().equals(files.key()))
                        .isEmpty();
        if (!isNamed || !isSame) {
            findings.error("CONTRACT_PROCESS_FILE", expected, "", 0, files.key());
        }
    }

    private static final Pattern ALLOWED = Pattern.compile(
            "[A-Za-z0-9-]+\\.(bpmn|dmn|form|rows\\.json)|indicators\\.json|messages_(es|pt|fr)\\.properties");
}

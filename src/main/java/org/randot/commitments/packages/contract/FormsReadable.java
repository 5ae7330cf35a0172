package org.randot.commitments.packages.contract;

import java.util.Set;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormProblems;
import org.randot.commitments.packages.PackageFiles;

/** Every form can be read by ours, and its id is the name of its file. */
final class FormsReadable implements PackageRule {
    @Override
    public Set<String> codes() {
        return Set.of("CONTRACT_FORM_ID");
    }

    @Override
    public void check(PackageFiles files, PackageFiles shared, Findings findings) {
        files.names(".form").forEach(name -> {
            try {
                Form form = files.form(name);
                if (!name.equals(form.id() + ".form")) {
                    findings.error("CONTRACT_FORM_ID", name, form.id(), 0, form.id());
                }
            } catch (FormProblems wrong) {
                wrong.problems()
                        .forEach(problem -> findings.error(
                                problem.code(),
                                name,
                                problem.field(),
                                0,
                                problem.arguments().toArray(new String[0])));
            }
        });
    }
}

package org.randot.commitments.packages.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.randot.commitments.forms.Form;
import org.randot.commitments.packages.PackageFiles;

/** A condition of an item of evidence can be read, knows the fields of its form, and is said in words. */
final class EvidenceConditions implements PackageRule {
    private static final String CONDITION = "CONTRACT_EVIDENCE_CONDITION";
    private static final String WORDS = "CONTRACT_EVIDENCE_WORDS";

    @Override
    public Set<String> codes() {
        return Set.of(CONDITION, WORDS);
    }

    @Override
    public void check(PackageFiles files, PackageFiles shared, Findings findings) {
        List<Form> forms = Read.forms(files).toList();
        Read.models(files)
                .forEach(model -> readable(model).forEach(task -> {
                    task.properties().keySet().stream()
                            .filter(Contract::isCondition)
                            .filter(name -> Contract.item(name) > items(task))
                            .forEach(name -> findings.error(WORDS, model, task, name));
                    IntStream.rangeClosed(1, items(task)).forEach(item -> check(model, task, item, forms, findings));
                }));
    }

    /** Of the others another rule tells. */
    private static Stream<Node> readable(Model model) {
        return model.stages()
                .flatMap(Node::tasks)
                .filter(task -> task.has("evidence") && TasksHaveEvidence.isReadable(task.property("evidence")));
    }

    private static int items(Node task) {
        return Contract.evidence(task.property("evidence")).size();
    }

    private static void check(Model model, Node task, int item, List<Form> forms, Findings findings) {
        String condition = task.property("evidence" + item + "If");
        boolean inWords = !task.property("evidence" + item + "When").isEmpty();
        if (condition.isEmpty() == inWords) {
            findings.error(WORDS, model, task, "evidence" + item + (inWords ? "If" : "When"));
        }
        form(task, forms)
                .filter(form -> !condition.isEmpty())
                .flatMap(form -> form.conditionProblem(condition))
                .ifPresent(problem -> findings.error(CONDITION, model, task, condition, problem));
    }

    private static Optional<Form> form(Node task, List<Form> forms) {
        return forms.stream()
                .filter(form -> form.id().equals(task.attribute("camunda:formRef")))
                .findFirst();
    }
}

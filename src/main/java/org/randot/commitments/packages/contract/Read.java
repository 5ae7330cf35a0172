package org.randot.commitments.packages.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormProblems;
import org.randot.commitments.packages.PackageFiles;

/** What can be read of a package that may be broken: unreadable files are left out, other rules tell about them. */
final class Read {
    private static final String DECISION = "decision";

    private Read() {}

    static Optional<Model> model(PackageFiles files, String name) {
        try {
            return Optional.of(Model.parse(name, files.content(name)));
        } catch (Xml.Unreadable wrong) {
            return Optional.empty();
        }
    }

    static Stream<Model> models(PackageFiles files) {
        return files.names(".bpmn").flatMap(name -> model(files, name).stream());
    }

    static Stream<Form> forms(PackageFiles files) {
        return files.names(".form").flatMap(name -> form(files, name).stream());
    }

    private static Optional<Form> form(PackageFiles files, String name) {
        try {
            return files.has(name) ? Optional.of(files.form(name)) : Optional.empty();
        } catch (FormProblems wrong) {
            return Optional.empty();
        }
    }

    static Stream<Xml.Element> decisions(PackageFiles files) {
        return files.names(".dmn").flatMap(name -> {
            try {
                return Xml.parse(files.content(name)).children().stream()
                        .filter(element -> element.name().equals(DECISION));
            } catch (Xml.Unreadable wrong) {
                return Stream.empty();
            }
        });
    }

    /** Message keys of the indicators. */
    static Stream<String> indicators(PackageFiles files) {
        return files.has(Indicators.FILE) ? Indicators.textKeys(files.content(Indicators.FILE)) : Stream.empty();
    }

    /** The texts in the first column of a decision table. */
    static Set<String> firstInputs(PackageFiles files, String decision) {
        return decisions(files)
                .filter(element -> element.attribute("id").equals(decision))
                .flatMap(Xml.Element::all)
                .filter(element -> element.name().equals("rule"))
                .flatMap(rule -> rule.children().stream()
                        .filter(entry -> entry.name().equals("inputEntry"))
                        .limit(1))
                .flatMap(entry -> entry.children().stream())
                .map(text -> text.text().replace("\"", ""))
                .collect(Collectors.toSet());
    }

    /** Field keys by the stage's short code ({@code S4}), and those of columns behind that of their table. */
    static Map<String, Set<String>> fieldsByStage(PackageFiles files) {
        Map<String, Set<String>> fields = new HashMap<>();
        models(files).flatMap(Model::stages).forEach(stage -> {
            String code = stage.property("stage");
            Set<String> keys =
                    fields.computeIfAbsent(code.substring(code.indexOf('.') + 1), ignored -> new HashSet<>());
            stage.tasks()
                    .flatMap(task -> form(files, task.attribute("camunda:formRef") + ".form").stream())
                    .forEach(form -> form.keys().forEach(key -> {
                        keys.add(key);
                        form.columns(key).forEach(column -> keys.add(key + "." + column));
                    }));
        });
        return fields;
    }
}

package org.randot.commitments.packages.contract;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormTexts;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.packages.PackageFiles;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.Text;

/** A package whose files have been read: the commitment, its forms and its words. */
public final class CommitmentPackage {
    private final PackageFiles files;
    private final String bpmn;
    private final Model model;
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Map<Language, Map<String, String>> messages;
    private final Commitment commitment;
    private final List<Indicator> indicators;

    /** @throws IllegalArgumentException when the package has no readable process; checks run before and tell why */
    public CommitmentPackage(PackageFiles files, int version) {
        this.files = files;
        this.bpmn = files.names(".bpmn")
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No process in " + files.key()));
        try {
            this.model = Model.parse(bpmn, files.content(bpmn));
        } catch (Xml.Unreadable wrong) {
            throw new IllegalArgumentException(bpmn + ": " + wrong.getMessage(), wrong);
        }
        this.messages = messages(files);
        files.names(".form").forEach(name -> {
            Form form = files.form(name);
            forms.put(form.id(), form);
        });
        this.commitment = read(version);
        this.indicators = files.has(Indicators.FILE)
                ? Indicators.definitions(files.content(Indicators.FILE), this::words)
                : List.of();
    }

    public Commitment commitment() {
        return commitment;
    }

    public List<Indicator> indicators() {
        return indicators;
    }

    public Collection<Form> forms() {
        return forms.values();
    }

    public Optional<Form> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    /** The file with the process, and what it says. */
    public byte[] bpmn() {
        return files.content(bpmn);
    }

    public PackageFiles files() {
        return files;
    }

    /** The package's word for the key in this language; empty where only the English of the file exists. */
    public Optional<String> text(Language language, String key) {
        return Optional.ofNullable(messages.getOrDefault(language, Map.of()).get(key));
    }

    public FormTexts texts(Locale reader) {
        Language language = Language.of(reader);
        return new FormTexts() {
            @Override
            public Locale locale() {
                return language.locale();
            }

            @Override
            public Optional<String> text(String key) {
                return CommitmentPackage.this.text(language, key);
            }
        };
    }

    /** @throws IllegalArgumentException when a file is no list of properties */
    static Map<String, String> messages(byte[] content) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(content, StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        Map<String, String> read = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
        return read;
    }

    static Map<Language, Map<String, String>> messages(PackageFiles files) {
        Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String name = messagesFile(language);
            if (files.has(name)) {
                all.put(language, messages(files.content(name)));
            }
        }
        return all;
    }

    static String messagesFile(Language language) {
        return "messages_" + language.tag() + ".properties";
    }

    private Commitment read(int version) {
        Node process = model.process();
        return new Commitment(
                process.id(),
                process.property("commitment"),
                version,
                process.attribute("camunda:versionTag"),
                words("process.name", process.name()),
                process.property("strength"),
                words("process.documentation", process.documentation()),
                words("process.instruments", process.property("instruments")),
                process.property("anchor").equals(Contract.YEAR),
                process.property("requires"),
                model.stages()
                        .map(this::stage)
                        .sorted(Comparator.comparing(Commitment.Stage::code, Contract.BY_CODE))
                        .toList());
    }

    private Commitment.Stage stage(Node node) {
        String code = node.property("stage");
        Node parent = node.parent;
        String minimum = node.property("minimumDays");
        List<Text> criteria = node.properties().keySet().stream()
                .filter(Contract::isCriterion)
                .sorted(Contract.BY_CODE)
                .map(name -> property(node, name))
                .toList();
        return new Commitment.Stage(
                code,
                node.id(),
                words(node.id() + ".name", node.name()),
                Integer.parseInt(node.property("weight")),
                Boolean.parseBoolean(node.property("mandatory")),
                node.property("due"),
                minimum.isEmpty() ? Contract.DEFAULT_MINIMUM_DAYS : Integer.parseInt(minimum),
                model.before(node),
                parent != null && parent.isYearlyWrapper(),
                node.property("milestone"),
                property(node, "milestoneName"),
                criteria,
                node.property("reminderProfile"),
                node.property("escalation"),
                Boolean.parseBoolean(node.property("certifies")),
                node.tasks().map(task -> task(code, task)).toList());
    }

    private Commitment.Task task(String stage, Node node) {
        return new Commitment.Task(
                stage + "." + node.property("task"),
                node.id(),
                words(node.id() + ".name", node.name()),
                words(node.id() + ".documentation", node.documentation()),
                property(node, "who"),
                node.attribute("camunda:formRef"),
                evidence(node));
    }

    private List<Commitment.EvidenceRule> evidence(Node node) {
        List<Commitment.EvidenceRule> rules = new ArrayList<>();
        for (Contract.Item item : Contract.evidence(node.property("evidence"))) {
            String name = "evidence" + (rules.size() + 1);
            rules.add(new Commitment.EvidenceRule(
                    item.kinds(), item.minimum(), node.property(name + "If"), property(node, name + "When")));
        }
        return rules;
    }

    private Text property(Node node, String name) {
        return words(node.id() + "." + name, node.property(name));
    }

    private Text words(String key, String english) {
        return new Text(
                english.replaceAll("\\s+", " ").strip(),
                text(Language.ES, key).orElse(""),
                text(Language.PT, key).orElse(""),
                text(Language.FR, key).orElse(""));
    }
}

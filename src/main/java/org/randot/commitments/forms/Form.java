package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A Camunda Form, read once and immutable. {@code docs/authoring-processes.md} says which components and properties it may use. */
public final class Form {
    /** Treaties and mechanisms that expressions, options and rows may ask about, in {@code treaties} and {@code requires} (domain.md 2.3). */
    public static final List<String> INSTRUMENTS = List.of(
            "UNTOC",
            "TIP",
            "SOM",
            "FIREARMS",
            "UNCAC",
            "IACAC",
            "MESICIC",
            "OECD_ABC",
            "CIFTA",
            "OAS_MLA",
            "OAS_MLA_PROTOCOL");

    private final ObjectNode schema;
    private final List<Part> parts;
    private final List<TextSpot> texts;
    private final Set<String> watched;
    private final RowFiles rows;
    private final AskedTreaties treaties;

    /** Where a text stands in the schema; {@code key} is empty for what our own messages say. */
    record TextSpot(String key, String pointer, String property, String message) {}

    Form(ObjectNode schema, List<Part> parts, List<TextSpot> texts, RowFiles rows) {
        this.schema = schema;
        this.parts = List.copyOf(parts);
        this.texts = List.copyOf(texts);
        this.rows = rows;
        this.treaties = AskedTreaties.of(schema, parts);
        this.watched = Set.copyOf(watchedBy(parts, new TreeSet<>()));
    }

    /** @throws FormProblems with every reason why this is no form of ours */
    public static Form parse(byte[] json) {
        return parse(json, RowFiles.NONE);
    }

    /** @throws FormProblems with every reason why this is no form of ours */
    public static Form parse(byte[] json, RowFiles rows) {
        return FormReader.read(json, rows);
    }

    public String id() {
        return schema.path("id").asText();
    }

    /** Keys of the fields at the top level, in their order. */
    public List<String> keys() {
        return fields(parts).stream().map(Part.Field::key).toList();
    }

    /** Keys of the fields that a person fills: neither computed nor fixed by the year. */
    public List<String> enteredKeys() {
        return fields(parts).stream()
                .filter(field -> !(field.type() instanceof ComputedType)
                        && !(field.type() instanceof NumberType number && number.fixed()))
                .map(Part.Field::key)
                .toList();
    }

    /** The parts that can be given to somebody else, named in the reader's language. */
    public List<FormSection> sections(FormTexts reader) {
        return Excerpt.sections(this, new Words(reader));
    }

    /** A form of these fields alone, which tells nothing of the others. */
    public Form only(Collection<String> keys) {
        return Excerpt.of(this, schema, keys);
    }

    /** Instruments on which its questions, choices or rows depend. */
    public Set<String> instruments() {
        var all = new TreeSet<>(treaties.options());
        all.addAll(treaties.silent());
        return all;
    }

    /** What cannot be read of a condition that stands outside the form, such as that of a document; empty when all can. */
    public Optional<String> conditionProblem(String condition) {
        return OuterCondition.problem(this, condition);
    }

    AskedTreaties treaties() {
        return treaties;
    }

    RowFiles rows() {
        return rows;
    }

    /** Message keys of every user-visible text, each of which must exist in es, pt and fr. */
    public Set<String> textKeys() {
        var keys = new LinkedHashSet<String>();
        texts.stream().map(TextSpot::key).filter(each -> !each.isEmpty()).forEach(keys::add);
        for (Part.Field field : fields(parts)) {
            if (field.type() instanceof TableType table) {
                table.given().groups().forEach(group -> keys.add(group.textKey()));
                table.given().rows().forEach(row -> keys.add(row.textKey()));
            }
        }
        return keys;
    }

    /** The form-js schema with its texts in the reader's language, as the REST contract answers it. */
    public JsonNode localised(FormTexts reader) {
        Words words = new Words(reader);
        ObjectNode localised = schema.deepCopy();
        for (TextSpot spot : texts) {
            ObjectNode component = (ObjectNode) localised.at(spot.pointer());
            String text = spot.message().isEmpty()
                    ? words.text(spot.key(), component.path(spot.property()).asText())
                    : words.say(spot.message());
            component.put(spot.property(), text);
        }
        return localised;
    }

    /** The same with the rows that tables take from reference data, those that concern the state: {@code givenRows} of the table. */
    public JsonNode localised(FormTexts reader, FormContext context) {
        JsonNode localised = localised(reader);
        Words words = new Words(reader);
        for (Part.Field field : fields(parts)) {
            if (field.type() instanceof TableType table && !table.given().isEmpty()) {
                GivenRows rows = table.given().within(Values.scope(context));
                localised.findParents("path").stream()
                        .filter(each -> each.path("path").asText().equals(field.key()))
                        .forEach(each -> ((ObjectNode) each).set("givenRows", rows.told(words)));
            }
        }
        return localised;
    }

    /** The values without those that are computed: what a draft keeps and what may be sent again. */
    public ObjectNode entered(ObjectNode values) {
        ObjectNode entered = values.deepCopy();
        strip(parts, entered);
        return entered;
    }

    /** Answers that were handed in as they may stand in another draft: entries of registers by reference alone, no documents. */
    public ObjectNode forDraft(ObjectNode handedIn) {
        ObjectNode draft = entered(handedIn);
        Referring.bare(parts, draft);
        Referring.dropDocuments(parts, draft);
        return draft;
    }

    /** Answers as figures are made of them: every table there, without rows of treaties to which the state is not party (domain.md 2.3). */
    public ObjectNode counted(ObjectNode values, Map<String, String> treaties) {
        return Counted.of(parts, values, Map.of("treaties", treaties));
    }

    /** Keys of the columns of a table, empty where there is no such table. */
    public Set<String> columns(String table) {
        return fields(parts).stream()
                .filter(field -> field.key().equals(table) && field.type() instanceof TableType)
                .flatMap(field -> ((TableType) field.type()).columns().stream())
                .map(Part.Field::key)
                .collect(Collectors.toSet());
    }

    /** Whether it asks for anything of which a state keeps a register. */
    public boolean asksForRegisters() {
        return Referring.isAskedIn(parts);
    }

    /** Whether answers name documents of the task. */
    public boolean namesDocuments() {
        return Referring.namesDocuments(parts);
    }

    private static void strip(List<Part> parts, ObjectNode values) {
        for (Part.Field field : fields(parts)) {
            if (field.type() instanceof ComputedType) {
                values.remove(field.key());
            } else if (field.type() instanceof TableType table) {
                for (JsonNode row : Values.arrayOrEmpty(values.get(field.key()))) {
                    strip(table.parts(), Values.objectOrEmpty(row));
                }
            }
        }
    }

    List<Part> parts() {
        return parts;
    }

    /** Keys on which conditions and computed fields depend: a page that can asks again when one of them changes. */
    Set<String> watched() {
        return watched;
    }

    /** The fields among the parts, those in groups too, those in tables not. */
    static List<Part.Field> fields(List<Part> parts) {
        var fields = new ArrayList<Part.Field>();
        for (Part part : parts) {
            if (part instanceof Part.Field field) {
                fields.add(field);
            } else if (part instanceof Part.Group group) {
                fields.addAll(fields(group.parts()));
            }
        }
        return fields;
    }

    private static Set<String> watchedBy(List<Part> parts, Set<String> watched) {
        for (Part part : parts) {
            part.hides().forEach(each -> watched.addAll(each.mentions()));
            if (part instanceof Part.Group group) {
                watchedBy(group.parts(), watched);
            } else if (part instanceof Part.Field field) {
                if (field.requiredIf() != null) {
                    watched.addAll(field.requiredIf().mentions());
                }
                if (field.type() instanceof ComputedType computed) {
                    watched.addAll(computed.formula().mentions());
                } else if (field.type() instanceof TableType table) {
                    watchedBy(table.parts(), watched);
                }
            }
        }
        return watched;
    }
}

package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A law, named by its entry in the state's legal register or described by hand. */
record LawType() implements RegisterType {
    private static final MultilingualType TITLE = new MultilingualType(500);
    private static final Map<String, FieldType> PARTS = types();

    private static Map<String, FieldType> types() {
        var parts = new LinkedHashMap<String, FieldType>();
        parts.put("number", new TextType(TextType.Kind.PLAIN, 100, false));
        parts.put("adopted", new DateType());
        parts.put("inForce", new DateType());
        parts.put("articles", new TextType(TextType.Kind.PLAIN, 200, false));
        parts.put("url", new TextType(TextType.Kind.URL, 500, false));
        return parts;
    }

    @Override
    public RegisterEntries.Kind kind() {
        return RegisterEntries.Kind.LAW;
    }

    @Override
    public List<String> parts() {
        return List.of("title", "number", "adopted", "inForce", "articles", "url");
    }

    @Override
    public String label(JsonNode description, Words words) {
        String number = Values.typed(description.get("number"));
        String title = MultilingualType.label(description.get("title"), words);
        return number.isEmpty() ? title : number + " – " + title;
    }

    @Override
    public ObjectNode readDescription(Posted posted, String name) {
        ObjectNode law = Values.object();
        JsonNode title = TITLE.read(posted, name + ".title");
        if (title != null) {
            law.set("title", title);
        }
        PARTS.forEach((key, type) -> {
            JsonNode value = type.read(posted, name + "." + key);
            if (value != null) {
                law.set(key, value);
            }
        });
        return law;
    }

    @Override
    public void checkDescription(JsonNode value, Place place) {
        if (Values.isBlank(value.get("title"))) {
            place.at("title").error("REQUIRED");
        } else {
            TITLE.check(value.get("title"), place.at("title"));
        }
        PARTS.forEach((key, type) -> {
            if (!Values.isBlank(value.get(key))) {
                type.check(value.get(key), place.at(key));
            }
        });
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        if (value == null || !value.isObject()) {
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("ref", value.path("ref").isTextual() ? value.path("ref").textValue() : null);
        map.put("title", TITLE.feel(value.get("title")));
        PARTS.forEach((key, type) -> map.put(key, type.feel(value.get(key))));
        return map;
    }

    @Override
    public Shown describe(@Nullable JsonNode value, At at) {
        Words words = at.words();
        ObjectNode law = Values.objectOrEmpty(value);
        List<Control> titles = MultilingualType.controls(
                value != null && value.isTextual() ? value : law.get("title"), at.dot("title"), "text", 500);
        var controls = new ArrayList<Control>();
        controls.add(AgencyType.named(titles.get(0), words.say("law.title")).limit(500));
        for (String each : PARTS.keySet()) {
            String label = words.say("law." + each);
            if (PARTS.get(each) instanceof DateType) {
                controls.add(DateType.control(law.get(each), at.dot(each), label));
            } else {
                controls.add(new Control("text", at.dot(each), label, Values.typed(law.get(each)))
                        .limit(each.equals("url") ? 500 : 200)
                        .inputMode(each.equals("url") ? "url" : ""));
            }
        }
        return Shown.fieldset(controls).with(titles.subList(1, 4), words.say("law.titleInOthers"));
    }

    @Override
    public List<FieldView.Line> sayDescription(JsonNode value, Words words) {
        var lines = new ArrayList<>(MultilingualType.lines(value.get("title"), words));
        PARTS.forEach((key, type) -> {
            if (!Values.isBlank(value.get(key))) {
                FieldView.Line line = type.say(value.get(key), words).get(0);
                lines.add(new FieldView.Line(words.say("law." + key) + ": " + line.text(), "", line.link()));
            }
        });
        return lines;
    }
}

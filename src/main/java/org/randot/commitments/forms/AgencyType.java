package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agency, named by its entry in the state's register or described by hand; no names of persons. */
record AgencyType(List<String> kinds) implements RegisterType {
    static final List<String> KINDS = List.of(
            "POLICE",
            "CUSTOMS",
            "MILITARY",
            "REGISTRY",
            "PROSECUTION",
            "JUDICIARY",
            "MINISTRY",
            "REGULATOR",
            "HEALTH",
            "EDUCATION",
            "FINANCE",
            "FIU",
            "CENTRAL_AUTHORITY",
            "OBSERVATORY",
            "LABORATORY",
            "OTHER");
    private static final List<String> LEVELS = List.of("NATIONAL", "SUBNATIONAL");
    private static final MultilingualType NAME = new MultilingualType(200);

    @Override
    public RegisterEntries.Kind kind() {
        return RegisterEntries.Kind.AGENCY;
    }

    @Override
    public List<String> parts() {
        return List.of("name", "kind", "level", "contactRole");
    }

    @Override
    public boolean suits(ObjectNode description) {
        return kinds.contains(Values.typed(description.get("kind")));
    }

    @Override
    public String label(JsonNode description, Words words) {
        return MultilingualType.label(description.get("name"), words);
    }

    @Override
    public ObjectNode readDescription(Posted posted, String name) {
        ObjectNode agency = Values.object();
        JsonNode said = NAME.read(posted, name + ".name");
        if (said != null) {
            agency.set("name", said);
        }
        for (String each : List.of("kind", "level", "contactRole")) {
            String typed = posted.text(name + "." + each);
            if (!typed.isEmpty()) {
                agency.put(each, typed);
            }
        }
        return agency;
    }

    @Override
    public void checkDescription(JsonNode value, Place place) {
        if (Values.isBlank(value.get("name"))) {
            place.at("name").error("REQUIRED");
        } else {
            NAME.check(value.get("name"), place.at("name"));
        }
        if (!kinds.contains(Values.typed(value.get("kind")))) {
            place.at("kind").error(Values.isBlank(value.get("kind")) ? "REQUIRED" : "AGENCY_KIND");
        }
        if (!Values.isBlank(value.get("level")) && !LEVELS.contains(Values.typed(value.get("level")))) {
            place.at("level").error("CHOICE");
        }
        if (!Values.isBlank(value.get("contactRole"))) {
            place.at("contactRole").text(value.get("contactRole"), 200);
        }
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        if (value == null || !value.isObject()) {
            return null;
        }
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (String each : List.of("ref", "kind", "level", "contactRole")) {
            map.put(each, value.path(each).isTextual() ? value.path(each).textValue() : null);
        }
        map.put("name", NAME.feel(value.get("name")));
        return map;
    }

    @Override
    public Shown describe(@Nullable JsonNode value, At at) {
        Words words = at.words();
        ObjectNode agency = Values.objectOrEmpty(value);
        List<Control> names = MultilingualType.controls(
                value != null && value.isTextual() ? value : agency.get("name"), at.dot("name"), "text", 200);
        var controls = new ArrayList<Control>();
        controls.add(named(names.get(0), words.say("agency.name")));
        controls.add(choice(agency, at, "kind", kinds, "agencyKind."));
        controls.add(choice(agency, at, "level", LEVELS, "agencyLevel."));
        controls.add(new Control(
                        "text",
                        at.dot("contactRole"),
                        words.say("agency.contactRole"),
                        Values.typed(agency.get("contactRole")))
                .limit(200));
        return Shown.fieldset(controls).with(names.subList(1, 4), words.say("agency.nameInOthers"));
    }

    static Control named(Control control, String label) {
        return new Control(control.kind, control.at, label, control.value)
                .in(control.at.words().language())
                .limit(200);
    }

    private static Control choice(ObjectNode agency, At at, String key, List<String> values, String texts) {
        List<FieldView.Option> offered = values.stream()
                .map(each -> FieldView.Option.of(each, at.words().say(texts + each)))
                .toList();
        String chosen = Values.typed(agency.get(key));
        return Control.choice(
                "select",
                at.dot(key),
                at.words().say("agency." + key),
                offered,
                chosen.isEmpty() ? List.of() : List.of(chosen));
    }

    @Override
    public List<FieldView.Line> sayDescription(JsonNode value, Words words) {
        var lines = new ArrayList<>(MultilingualType.lines(value.get("name"), words));
        var about = new ArrayList<String>();
        add(about, value.get("kind"), KINDS, "agencyKind.", words);
        add(about, value.get("level"), LEVELS, "agencyLevel.", words);
        if (!Values.isBlank(value.get("contactRole"))) {
            about.add(Values.typed(value.get("contactRole")));
        }
        if (!about.isEmpty()) {
            lines.add(FieldView.Line.of(String.join(" · ", about)));
        }
        return lines;
    }

    private static void add(
            List<String> about, @Nullable JsonNode value, List<String> known, String texts, Words words) {
        String text = Values.typed(value);
        if (!text.isEmpty()) {
            about.add(known.contains(text) ? words.say(texts + text) : text);
        }
    }
}

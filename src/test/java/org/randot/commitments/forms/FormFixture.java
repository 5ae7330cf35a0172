package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Forms of the tests and short words for using them. */
final class FormFixture {
    static final Forms FORMS = new Forms();
    static final Form EVERYTHING = form("everything");
    static final Form CONVICTIONS = form("convictions");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    static final FormContext OF_2025 = new FormContext(Map.of(), 2025, LocalDate.of(2026, 2, 1), Map.of(), Map.of())
            .with(new RegisterEntries(
                    agencies(), List.of(entry("law-1", "{'title':{'es':'Ley'},'number':'7'}")), true));

    private FormFixture() {}

    /** Of the police but for the one of health and the retired one. */
    private static List<RegisterEntries.Entry> agencies() {
        var entries = new ArrayList<RegisterEntries.Entry>();
        entries.add(entry("a", "{'name':{'es':'Aduana'},'kind':'CUSTOMS'}"));
        entries.add(entry("abc-1", "{'name':{'es':'Brigada','en':'Squad'},'kind':'POLICE','level':'NATIONAL'}"));
        entries.add(entry("health", "{'name':{'es':'Salud'},'kind':'HEALTH'}"));
        entries.add(new RegisterEntries.Entry("old", json("{'name':{'es':'Vieja'},'kind':'POLICE'}"), true));
        for (int i = 0; i < 3; i++) {
            entries.add(entry("entry-" + i, "{'name':{'es':'Comisaría'},'kind':'POLICE'}"));
        }
        return List.copyOf(entries);
    }

    private static RegisterEntries.Entry entry(String id, String description) {
        return new RegisterEntries.Entry(id, json(description), false);
    }

    static Form form(String name) {
        try (InputStream json = FormFixture.class.getResourceAsStream("/forms/" + name + ".form")) {
            return Form.parse(java.util.Objects.requireNonNull(json).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode json(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A form of these components; quotes may be single. */
    static Form of(String components) {
        return Form.parse(bytes(components));
    }

    static byte[] bytes(String components) {
        return json("{'id':'probe','type':'default','schemaVersion':16,'components':[" + components + "]}")
                .toString()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    static CheckedForm check(Form form, String values) {
        return FORMS.check(form, json(values), OF_2025, FormTexts.english());
    }

    /** Findings as {@code "/field CODE"}. */
    static List<String> findings(Form form, String values) {
        return said(check(form, values));
    }

    static List<String> said(CheckedForm checked) {
        return checked.findings().stream()
                .map(each -> each.field() + " " + each.code())
                .toList();
    }

    static FormTexts in(String language) {
        return new FormTexts() {
            @Override
            public Locale locale() {
                return Locale.forLanguageTag(language);
            }

            @Override
            public Optional<String> text(String key) {
                return language.equals("en") ? Optional.empty() : Optional.of("‹" + key + "›");
            }
        };
    }

    static MultiValueMap<String, String> posted(String... namesAndValues) {
        var posted = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            posted.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return posted;
    }
}

package org.randot.commitments.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Choices that depend on what else was said: rows of another table, and what a state's treaties allow. */
class RowChoiceTests {
    private static final Form FORM = Form.parse("""
            {"type": "default", "id": "results", "schemaVersion": 16, "components": [
              {"id": "resultsTable", "type": "dynamiclist", "path": "results", "label": "Results", "components": [
                {"id": "resultsObjective", "type": "select", "key": "objective", "label": "Objective",
                 "validate": {"required": true}, "properties": {"rowsOf": "S2.objectives", "rowLabel": "objective"}}]},
              {"id": "article", "type": "select", "key": "article", "label": "Article",
               "values": [{"label": "Article 5", "value": "TIP_5"}, {"label": "Article 6", "value": "SOM_6"}],
               "properties": {"requires.TIP_5": "TIP"}}]}""".getBytes(StandardCharsets.UTF_8));
    private static final Map<String, Object> ANSWERS = Map.of(
            "S2",
            Map.of(
                    "objectives",
                    List.of(Map.of("objective", Map.of("es", "Formar")), Map.of("objective", Map.of("en", "Share")))));

    private final Forms forms = new Forms();

    @Test
    void acceptsARow_whenTheOtherTableHasIt() {
        assertThat(codes("{\"results\":[{\"objective\":\"2\"}]}", Map.of())).isEmpty();
    }

    @Test
    void refusesARow_whenTheOtherTableHasNone() {
        assertThat(codes("{\"results\":[{\"objective\":\"3\"}]}", Map.of()))
                .containsExactly("/results/0/objective CHOICE");
    }

    @Test
    void offersTheRowsInTheReadersLanguage_whenShown() {
        FormView view = forms.view(
                FORM, values("{\"results\":[{\"objective\":\"1\"}]}"), List.of(), context(Map.of()), texts("es"));
        FieldView.Table table = view.fields().get(0).table();
        assertThat(table).isNotNull();
        assertThat(table.rows().get(0).cells().get(0).controls().get(0).options())
                .extracting(FieldView.Option::label)
                .containsExactly("1. Formar", "2. Share");
        assertThat(table.rows().get(0).cells().get(0).said())
                .extracting(FieldView.Line::text)
                .containsExactly("1. Formar");
    }

    @Test
    void refusesAChoice_whenTheStateIsNotPartyToItsTreaty() {
        assertThat(codes("{\"article\":\"TIP_5\"}", Map.of("TIP", "SIGNATORY"))).containsExactly("/article NOT_PARTY");
        assertThat(codes("{\"article\":\"TIP_5\"}", Map.of("TIP", "PARTY"))).isEmpty();
        assertThat(codes("{\"article\":\"SOM_6\"}", Map.of("TIP", "NONE"))).isEmpty();
    }

    @Test
    void countsAsPartyWithAHint_whenTheStatusIsUnknown() {
        assertThat(codes("{\"article\":\"TIP_5\"}", Map.of("TIP", "UNKNOWN"))).isEmpty();
        assertThat(options(Map.of("TIP", "UNKNOWN")))
                .containsExactly("Article 5 (confirm the treaty status) false", "Article 6 false");
        assertThat(options(Map.of("TIP", "NONE")))
                .containsExactly("Article 5 (not applicable: not party) true", "Article 6 false");
    }

    private List<String> options(Map<String, String> treaties) {
        FormView view = forms.view(FORM, values("{}"), List.of(), context(treaties), FormTexts.english());
        return view.fields().get(1).controls().get(0).options().stream()
                .map(each -> each.label() + " " + each.disabled())
                .toList();
    }

    private List<String> codes(String values, Map<String, String> treaties) {
        return forms.check(FORM, values(values), context(treaties), FormTexts.english()).findings().stream()
                .map(finding -> finding.field() + " " + finding.code())
                .toList();
    }

    private static FormContext context(Map<String, String> treaties) {
        return new FormContext(ANSWERS, null, LocalDate.of(2026, 2, 1), Map.of(), Map.of(), treaties);
    }

    private static FormTexts texts(String language) {
        return new FormTexts() {
            @Override
            public Locale locale() {
                return Locale.forLanguageTag(language);
            }

            @Override
            public java.util.Optional<String> text(String key) {
                return java.util.Optional.empty();
            }
        };
    }

    private static ObjectNode values(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (java.io.IOException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}

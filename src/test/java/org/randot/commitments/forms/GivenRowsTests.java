package org.randot.commitments.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.randot.commitments.forms.FormFixture.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose rows come from reference data. */
class GivenRowsTests {
    private static final String ROWS = """
            {"rows": [
              {"id": "uncac5", "label": "UNCAC, article 5", "requires": "UNCAC", "values": {"source": "UNCAC", "provision": "5"}},
              {"id": "uncac6", "label": "UNCAC, article 6", "requires": "UNCAC", "values": {"source": "UNCAC", "provision": "6"}},
              {"id": "declaration", "label": "Declaration", "values": {"source": "UNGASS", "provision": "1"}}]}""";
    private static final Form FORM = form(ROWS);
    private static final String SIX = "{'source':'UNCAC','provision':'6','implementation':'FULL'}";

    private final Forms forms = new Forms();

    @Test
    void hasEveryRowInItsOrder_whenOneIsAnswered() {
        CheckedForm checked = check("{'provisions':[" + SIX + "]}", Map.of());
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.values().path("provisions"))
                .extracting(row -> row.path("provision").asText()
                        + row.path("implementation").asText("-"))
                .containsExactly("5-", "6FULL", "1-");
    }

    @Test
    void isStillToBeAnswered_whenOnlyGivenCellsStandThere() {
        assertThat(codes("{'provisions':[{'source':'UNCAC','provision':'5'}]}", Map.of()))
                .containsExactly("/provisions REQUIRED");
        assertThat(codes("{}", Map.of())).containsExactly("/provisions REQUIRED");
    }

    @Test
    void refusesRows_whenTheyAreNotOfTheTable() {
        assertThat(codes("{'provisions':[" + SIX + "," + SIX + ",{'source':'UNCAC','provision':'7'}]}", Map.of()))
                .containsExactly("/provisions/3 ROW_NOT_GIVEN", "/provisions/4 ROW_NOT_GIVEN");
        assertThat(forms.malformed(
                        FORM, json("{'provisions':[{'source':'UNCAC','provision':'7'}]}"), FormTexts.english()))
                .extracting(FormFinding::code)
                .containsExactly("ROW_NOT_GIVEN");
    }

    @Test
    void leavesRowsOutAndKeepsTheirAnswers_whenTheStateIsNotParty() {
        Map<String, String> none = Map.of("UNCAC", "NONE");
        assertThat(check(
                                "{'provisions':[" + SIX
                                        + ",{'source':'UNGASS','provision':'1','implementation':'FULL'}]}",
                                none)
                        .values()
                        .path("provisions"))
                .hasSize(1);
        FormView view = view("{'provisions':[" + SIX + "]}", none);
        assertThat(heads(view)).containsExactly("Declaration");
        assertThat(view.kept())
                .extracting(FieldView.Kept::name, FieldView.Kept::value)
                .contains(org.assertj.core.groups.Tuple.tuple("provisions.1.implementation", "FULL"));
    }

    @Test
    void showsWhatIsGivenAndPostsItAlong() {
        FormView view = view("{'provisions':[" + SIX + "]}", Map.of());
        FieldView.Table table = view.fields().get(0).table();
        assertThat(table).isNotNull();
        assertThat(heads(view)).containsExactly("UNCAC, article 5", "UNCAC, article 6", "Declaration");
        assertThat(table.canAdd()).isFalse();
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.removeValue()).isEmpty());
        assertThat(table.rows().get(1).cells().get(1).controls()).isEmpty();
        assertThat(table.rows().get(1).cells().get(1).said())
                .extracting(FieldView.Line::text)
                .containsExactly("6");
        ObjectNode read = forms.read(
                FORM,
                FormFixture.posted(
                        "provisions.0.source",
                        "UNCAC",
                        "provisions.0.provision",
                        "5",
                        "provisions.1.source",
                        "UNCAC",
                        "provisions.1.provision",
                        "6",
                        "provisions.1.implementation",
                        "FULL"));
        assertThat(read.path("provisions")).hasSize(1);
        assertThat(read.path("provisions").get(0)).isEqualTo(json(SIX));
    }

    @Test
    void asksToConfirm_whenTheStatusOfATreatyIsUnknown() {
        Map<String, String> unknown = Map.of("UNCAC", "UNKNOWN");
        assertThat(codes("{'provisions':[" + SIX + "]}", unknown)).containsExactly(" TREATY_UNKNOWN");
        assertThat(view("{}", unknown).toConfirm()).contains("UN Convention against Corruption");
        assertThat(view("{}", Map.of("UNCAC", "PARTY")).toConfirm()).isEmpty();
        assertThat(FORM.instruments()).containsExactly("UNCAC");
    }

    @Test
    void countsNoRow_whenItIsOfATreatyToWhichTheStateIsNotParty() {
        ObjectNode values = json("{'provisions':[" + SIX + ",{'source':'UNGASS','provision':'1'}]}");
        assertThat(FORM.counted(values, Map.of("UNCAC", "SIGNATORY")).path("provisions"))
                .extracting(row -> row.path("source").asText())
                .containsExactly("UNGASS");
        assertThat(FORM.counted(values, Map.of("UNCAC", "UNKNOWN")).path("provisions"))
                .hasSize(2);
        assertThat(FORM.counted(json("{}"), Map.of()).path("provisions").isArray())
                .isTrue();
    }

    @Test
    void tellsAClientTheRowsOfTheState() {
        assertThat(FORM.localised(FormFixture.in("es"), context(Map.of("UNCAC", "PARTY")))
                        .at("/components/0/givenRows"))
                .hasSize(3)
                .element(1)
                .isEqualTo(
                        json(
                                "{'id':'uncac6','label':'‹provisions.uncac6.label›','values':{'source':'UNCAC','provision':'6'}}"));
        assertThat(FORM.localised(FormTexts.english(), context(Map.of("UNCAC", "NONE")))
                        .at("/components/0/givenRows"))
                .hasSize(1);
    }

    @Test
    void foldsRowsByTheirGroupAndOpensTheFirstIncompleteOne() {
        Form folded = form(ROWS.replace("{\"rows\"", """
                {"groups": [{"id": "treaty", "label": "Treaty"}, {"id": "other", "label": "Other"}], "rows\"""")
                .replace("\"requires\"", "\"group\": \"treaty\", \"requires\"")
                .replace("\"Declaration\",", "\"Declaration\", \"group\": \"other\","));
        assertThat(folded.textKeys()).contains("provisions.treaty.label");
        assertThat(groups(folded, "{}", List.of())).containsExactly("Treaty 0/2 open", "Other 0/1");
        String treaty = "{'provisions':[" + SIX + "," + SIX.replace("'6'", "'5'") + "]}";
        assertThat(groups(folded, treaty, List.of())).containsExactly("Treaty 2/2", "Other 0/1 open");
        var wrong = new FormFinding("/provisions/0/implementation", "CHOICE", FormFinding.Severity.ERROR, "No.");
        assertThat(groups(folded, treaty, List.of(wrong))).containsExactly("Treaty 2/2 open", "Other 0/1 open");
    }

    private List<String> groups(Form form, String values, List<FormFinding> findings) {
        FieldView.Table table = forms.view(
                        form, json(values), findings, context(Map.of("UNCAC", "PARTY")), FormTexts.english())
                .fields()
                .get(0)
                .table();
        return java.util.Objects.requireNonNull(table).groups().stream()
                .map(each ->
                        each.label() + " " + each.answered() + "/" + each.rows().size() + (each.open() ? " open" : ""))
                .toList();
    }

    @Test
    void laysGivenRowsFlat_whenOutlined() {
        FormOutline outline = forms.outline(FORM, json("{}"), context(Map.of()), FormTexts.english());
        FormOutline.Table table = (FormOutline.Table) outline.entries().get(0);
        assertThat(table.heads()).containsExactly("UNCAC, article 5", "UNCAC, article 6", "Declaration");
        assertThat(table.fixed()).containsExactlyInAnyOrder("source", "provision");
        assertThat(table.rows().get(1)).containsEntry("provision", List.of("6"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'rows':[{'id':'a b','label':'A','values':{'source':'UNCAC'}}]}",
                "{'rows':[{'id':'a','label':'','values':{'source':'UNCAC'}}]}",
                "{'rows':[{'id':'a','label':'A','requires':'X','values':{'source':'UNCAC'}}]}",
                "{'rows':[{'id':'a','label':'A','values':{'source':'OTHER'}}]}",
                "{'rows':[{'id':'a','label':'A','values':{'missing':'1'}}]}",
                "{'rows':[{'id':'a','label':'A','values':{'source':'UNCAC'}},{'id':'b','label':'B','values':{'source':'UNCAC'}}]}",
                "{'rows':[{'id':'a','label':'A','more':1,'values':{'source':'UNCAC'}}]}",
                "{'rows':[{'id':'a','label':'A','values':{'source':'UNCAC'}},{'id':'b','label':'B','values':{'provision':'1'}}]}"
            })
    void refusesRowsThatNobodyCanTellApart(String rows) {
        assertThatExceptionOfType(FormProblems.class)
                .isThrownBy(() -> form(rows.replace('\'', '"')))
                .satisfies(wrong -> assertThat(wrong.problems())
                        .extracting(FormProblems.Problem::code)
                        .allMatch(code -> code.startsWith("FORM_ROWS")));
    }

    private static Form form(String rows) {
        return Form.parse(
                FormFixture.bytes(
                        "{'type':'dynamiclist','id':'provisions','path':'provisions','label':'Provisions','validate':{'required':true},"
                                + "'properties':{'rows':'provisions'},'components':["
                                + "{'type':'select','id':'source','key':'source','label':'Source','values':["
                                + "{'label':'UNCAC','value':'UNCAC'},{'label':'Declaration','value':'UNGASS'}]},"
                                + "{'type':'textfield','id':'provision','key':'provision','label':'Provision'},"
                                + "{'type':'select','id':'implementation','key':'implementation','label':'Implementation',"
                                + "'values':[{'label':'Full','value':'FULL'}]}]}"),
                name -> Optional.of(rows)
                        .filter(any -> name.equals("provisions"))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    private CheckedForm check(String values, Map<String, String> treaties) {
        return forms.check(FORM, json(values), context(treaties), FormTexts.english());
    }

    private List<String> codes(String values, Map<String, String> treaties) {
        return FormFixture.said(check(values, treaties));
    }

    private FormView view(String values, Map<String, String> treaties) {
        return forms.view(FORM, json(values), List.of(), context(treaties), FormTexts.english());
    }

    private static List<String> heads(FormView view) {
        FieldView.Table table = view.fields().get(0).table();
        return table == null
                ? List.of()
                : table.rows().stream().map(FieldView.Row::head).toList();
    }

    private static FormContext context(Map<String, String> treaties) {
        return new FormContext(Map.of(), null, LocalDate.of(2026, 2, 1), Map.of(), Map.of(), treaties);
    }
}

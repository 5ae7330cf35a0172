package org.randot.commitments.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.randot.commitments.forms.FormFixture.json;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers that name documents of the task. */
class NamedDocumentsTests {
    private static final Form FORM = FormFixture.of("""
            {'id':'rows','type':'dynamiclist','path':'rows','label':'Rows','components':[
              {'id':'status','type':'textfield','key':'status','label':'Status'},
              {'id':'proof','type':'checklist','key':'proof','label':'Proof',
               'properties':{'valueType':'files','kinds':'EV-LAW','requiredIf':'=status = \\"DONE\\"'}}]}""");
    private static final FormContext CONTEXT = FormFixture.OF_2025.with(List.of(
            new AttachedDocument("a", "EV-LAW", Map.of("en", "Act"), "act.pdf", "/evidence/a"),
            new AttachedDocument("b", "EV-RPT", Map.of(), "report.pdf", "/evidence/b")));

    private final Forms forms = new Forms();

    @Test
    void acceptsWhatIsAttachedAndFitsAndNothingElse() {
        assertThat(codes("{'status':'DONE','proof':['a']}")).isEmpty();
        assertThat(codes("{'status':'OPEN'}")).isEmpty();
        assertThat(codes("{'status':'DONE'}")).containsExactly("REQUIRED");
        assertThat(codes("{'status':'DONE','proof':['b']}")).containsExactly("DOCUMENT");
        assertThat(codes("{'status':'DONE','proof':['gone']}")).containsExactly("DOCUMENT");
        assertThat(codes("{'status':'DONE','proof':['a','a']}")).containsExactly("CHOICES");
        assertThat(codes("{'status':'DONE','proof':'a'}")).containsExactly("CHOICES");
    }

    @Test
    void offersWhatFitsAndSaysWhatIsNamed() {
        FieldView.Table table = forms.view(
                        FORM, json("{'rows':[{'proof':['a','gone']}]}"), List.of(), CONTEXT, FormTexts.english())
                .fields()
                .get(0)
                .table();
        FieldView proof =
                java.util.Objects.requireNonNull(table).rows().get(0).cells().get(1);
        assertThat(proof.controls().get(0).options())
                .extracting(FieldView.Option::label)
                .containsExactly("Act (act.pdf)", "a document that is no longer attached");
        assertThat(proof.said()).extracting(FieldView.Line::link).containsExactly("/evidence/a", "");
        assertThat(FORM.forDraft(json("{'rows':[{'status':'DONE','proof':['a']}]}")))
                .isEqualTo(json("{'rows':[{'status':'DONE'}]}"));
    }

    private List<String> codes(String row) {
        return forms.check(FORM, json("{'rows':[" + row + "]}"), CONTEXT, FormTexts.english()).findings().stream()
                .map(FormFinding::code)
                .toList();
    }
}

package org.randot.commitments.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.randot.commitments.forms.FormFixture.FORMS;
import static org.randot.commitments.forms.FormFixture.OF_2025;
import static org.randot.commitments.forms.FormFixture.json;
import static org.randot.commitments.forms.FormFixture.posted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.randot.commitments.reference.Agency;

/** Agencies and laws named by their entries in the state's registers. */
class RegisterChoiceTests {
    private static final Form FORM = FormFixture.of("""
            {'id':'who','key':'who','type':'textfield','label':'Who','properties':{'valueType':'agency','kinds':'POLICE,HEALTH'}},
            {'id':'law','key':'law','type':'textfield','label':'Law','properties':{'valueType':'law'}},
            {'id':'all','path':'all','type':'dynamiclist','label':'All','components':[
              {'id':'agency','key':'agency','type':'textfield','label':'Agency','properties':{'valueType':'agency'}}]},
            {'id':'isPolice','type':'text','text':'Not the police.','properties':{'rule':'IS_POLICE','severity':'ERROR','field':'who'},
             'conditional':{'hide':'=who.kind = \\"POLICE\\"'}}
            """);
    private static final String COPY = "'name':{'es':'Brigada','en':'Squad'},'kind':'POLICE','level':'NATIONAL'";

    @Test
    void standsWithWhatTheEntrySays_whenChecked() {
        CheckedForm checked = check("{'who':{'ref':'abc-1'},'law':{'ref':'law-1'},'all':[{'agency':{'ref':'a'}}]}");

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.values())
                .isEqualTo(json(
                        "{'who':{'ref':'abc-1'," + COPY + "},'law':{'ref':'law-1','title':{'es':'Ley'},'number':'7'},"
                                + "'all':[{'agency':{'ref':'a','name':{'es':'Aduana'},'kind':'CUSTOMS'}}]}"));
        // formulas cannot tell it from one that was described by hand
        assertThat(check("{'who':{" + COPY + "}}").findings()).isEmpty();
        assertThat(FormFixture.said(check("{'who':{'ref':'health'}}"))).containsExactly("/who IS_POLICE");
    }

    @Test
    void offersTheEntriesOfItsKindFirst() {
        FieldView who = view("{}").fields().get(0);

        assertThat(who.controls()).hasSize(1);
        assertThat(who.controls().get(0).name()).isEqualTo("who.ref");
        List<String> labels = who.controls().get(0).options().stream()
                .map(FieldView.Option::label)
                .toList();
        assertThat(labels)
                .hasSize(5)
                .doesNotHaveDuplicates()
                .contains("Squad", "Salud", "Comisaría (2)")
                .doesNotContain("Aduana", "Vieja");
        assertThat(who.more().stream().map(FieldView.Control::name))
                .contains("who.name.en", "who.kind", "who.name.fr", "who.keep");
        assertThat(who.moreOpen()).isFalse();
        assertThat(view("{'who':{'name':{'es':'Otra'}}}").fields().get(0).moreOpen())
                .isTrue();
    }

    @Test
    void knowsTheKindsOfTheRegister() {
        assertThat(AgencyType.KINDS)
                .containsExactlyElementsOf(
                        Arrays.stream(Agency.Kind.values()).map(Enum::name).toList());
    }

    @Test
    void staysChosen_whenItIsOfferedNoMore() {
        assertThat(chosen("{'who':{'ref':'old'}}")).isEqualTo("Vieja (retired)");
        assertThat(chosen("{'who':{'ref':'gone'}}")).isEqualTo("Entry gone of the register");
    }

    @Test
    void readsTheSame_whenTheEntrySaysSomethingElseByNow() {
        String handedIn = "{'who':{'ref':'abc-1','name':{'en':'Former name'},'kind':'POLICE'}}";

        assertThat(view(handedIn).fields().get(0).said()).extracting("text").containsExactly("Former name", "Police");
        // and taken into a draft it is the entry of today
        ObjectNode draft = FORM.forDraft(json(handedIn));
        assertThat(draft).isEqualTo(json("{'who':{'ref':'abc-1'}}"));
        assertThat(check(draft.toString()).values().at("/who/name/en").asText()).isEqualTo("Squad");
    }

    @Test
    void losesNothingThatWasTyped_whenAnEntryIsChosenToo() {
        ObjectNode read = FORMS.read(
                FORM, posted("who.ref", "abc-1", "who.name.en", "Another", "who.kind", "POLICE", "who.keep", "true"));

        assertThat(read).isEqualTo(json("{'who':{'name':{'en':'Another'},'kind':'POLICE','keep':true,'ref':'abc-1'}}"));
        assertThat(FormFixture.said(FORMS.check(FORM, read, OF_2025, FormTexts.english())))
                .contains("/who/ref REFERENCE_OR_DESCRIPTION");
        assertThat(FORMS.read(FORM, posted("who.ref", "", "who.keep", "true"))).isEmpty();
    }

    @Test
    void isNamedByItsEntry_whenItIsToBeKept() {
        List<String> entered = new ArrayList<>();
        ObjectNode values = json(
                "{'who':{" + COPY + ",'keep':true},'law':{'number':'7','keep':true},"
                        + "'all':[{'agency':{'name':{'es':'Otra'},'kind':'FIU','keep':true}},{'agency':{'name':{'es':'No'},'kind':'FIU'}}]}");

        ObjectNode kept = FORMS.keep(FORM, values, (kind, description) -> {
            entered.add(kind + " " + description.path("kind").asText());
            return entered.size() == 1 ? Optional.of("new-1") : Optional.empty();
        });

        // what has no title yet is not; what the register cannot take stays described
        assertThat(entered).containsExactly("AGENCY POLICE", "AGENCY FIU");
        assertThat(kept.get("who")).isEqualTo(json("{'ref':'new-1'}"));
        assertThat(kept.at("/all/0/agency/keep").asBoolean()).isTrue();
        assertThat(check("{'who':{" + COPY + ",'keep':true}}")
                        .values()
                        .path("who")
                        .has("keep"))
                .isFalse();
    }

    @Test
    void mayBeDescribedAtOnce_whenThereIsNoRegister() {
        FormContext none = OF_2025.with(RegisterEntries.none());
        FieldView who = FORMS.view(FORM, json("{}"), List.of(), none, FormTexts.english())
                .fields()
                .get(0);
        assertThat(who.controls().stream().map(FieldView.Control::name))
                .containsExactly("who.name.en", "who.kind", "who.level", "who.contactRole");
        assertThat(FormFixture.of("{'id':'n','key':'n','type':'number','label':'N'}")
                        .asksForRegisters())
                .isFalse();
        assertThat(FORM.asksForRegisters()).isTrue();
    }

    private static CheckedForm check(String values) {
        return FORMS.check(FORM, json(values), OF_2025, FormTexts.english());
    }

    private static FormView view(String values) {
        return FORMS.view(FORM, json(values), List.of(), OF_2025, FormTexts.english());
    }

    private static String chosen(String values) {
        return view(values).fields().get(0).controls().get(0).options().stream()
                .filter(FieldView.Option::selected)
                .map(FieldView.Option::label)
                .findFirst()
                .orElse("");
    }
}

package org.randot.commitments.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTests {
    private static List<String> problems(byte[] json) {
        FormProblems problems = catchThrowableOfType(FormProblems.class, () -> Form.parse(json));
        return problems.problems().stream().map(FormProblems.Problem::code).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FORM_UNKNOWN_TYPE | {'type':'iframe','id':'a','key':'a','label':'A'}",
                "FORM_UNKNOWN_TYPE | {'type':'button','id':'a','key':'a','label':'A'}",
                "FORM_UNKNOWN_VALUE_TYPE | {'type':'textfield','id':'a','key':'a','label':'A','properties':{'valueType':'monney'}}",
                "FORM_UNKNOWN_PROPERTY | {'type':'number','id':'a','key':'a','label':'A','properties':{'nodata':'true'}}",
                "FORM_UNKNOWN_PROPERTY | {'type':'textfield','id':'a','key':'a','label':'A','validate':{'pattern':'(a+)+'}}",
                "FORM_BAD_PROPERTY | {'type':'number','id':'a','key':'a','label':'A','properties':{'noData':'yes'}}",
                "FORM_BAD_PROPERTY | {'type':'datetime','id':'a','key':'a','label':'A','subtype':'time'}",
                "FORM_BAD_PROPERTY | {'type':'textfield','id':'a','key':'a','label':'A','properties':{'valueType':'agency','kinds':'POLISE'}}",
                "FORM_DUPLICATE_KEY | {'type':'number','id':'a','key':'a','label':'A'},{'type':'number','id':'b','key':'a','label':'A'}",
                "FORM_DUPLICATE_ID | {'type':'number','id':'a','key':'a','label':'A'},{'type':'number','id':'a','key':'b','label':'A'}",
                "FORM_NO_LABEL | {'type':'number','id':'a','key':'a'}",
                "FORM_NO_KEY | {'type':'number','id':'a','label':'A'}",
                "FORM_BAD_KEY | {'type':'number','id':'a','key':'a.b','label':'A'}",
                "FORM_NO_OPTIONS | {'type':'select','id':'a','key':'a','label':'A'}",
                "FORM_DUPLICATE_OPTION | {'type':'select','id':'a','key':'a','label':'A','values':[{'value':'X','label':'X'},{'value':'X','label':'X'}]}",
                "FORM_BAD_OPTION | {'type':'radio','id':'a','key':'a','label':'A','properties':{'valueType':'bool'},'values':[{'value':'maybe','label':'X'}]}",
                "FORM_FEEL_SYNTAX | {'type':'number','id':'a','key':'a','label':'A','conditional':{'hide':'=a >'}}",
                "FORM_FEEL_NAME | {'type':'number','id':'a','key':'a','label':'A','conditional':{'hide':'=b > 1'}}",
                "FORM_FEEL_FUNCTION | {'type':'number','id':'a','key':'a','label':'A','conditional':{'hide':'=uuid() = string(a)'}}",
                "FORM_RULE_FIELD | {'type':'number','id':'a','key':'a','label':'A'},{'type':'text','id':'r','text':'T','properties':{'rule':'CODE','severity':'ERROR','field':'b'},'conditional':{'hide':'=a > 1'}}",
                "FORM_BAD_PROPERTY | {'type':'number','id':'a','key':'a','label':'A'},{'type':'text','id':'r','text':'T','properties':{'rule':'CODE','severity':'FATAL'},'conditional':{'hide':'=a > 1'}}",
                "FORM_NO_EXPRESSION | {'type':'number','id':'a','key':'a','label':'A'},{'type':'text','id':'r','text':'T','properties':{'rule':'CODE','severity':'INFO'}}",
                "FORM_NESTED_TABLE | {'type':'dynamiclist','id':'t','path':'t','label':'T','components':[{'type':'number','id':'n','key':'n','label':'N'},{'type':'dynamiclist','id':'u','path':'u','label':'U','components':[]}]}",
            })
    void refusesTheForm_whenAComponentIsNotOurs(String code, String components) {
        assertThat(problems(FormFixture.bytes(components))).contains(code);
    }

    @Test
    void refusesTheForm_whenItIsNoJsonOfBearableSize() {
        assertThat(problems("{".getBytes(StandardCharsets.UTF_8))).containsExactly("FORM_NOT_JSON");
        assertThat(problems("{\"id\":\"a\",\"id\":\"b\"}".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("FORM_NOT_JSON");
        assertThat(problems("[]".getBytes(StandardCharsets.UTF_8))).containsExactly("FORM_NOT_JSON");
        assertThat(problems("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("FORM_NOT_JSON");
        assertThat(problems(new byte[600_000])).containsExactly("FORM_TOO_LARGE");
        assertThat(problems("{}".getBytes(StandardCharsets.UTF_8))).contains("FORM_BAD_ROOT", "FORM_BAD_ID");
    }

    @Test
    void tellsEveryProblemAtOnce() {
        assertThat(problems(
                        FormFixture.bytes("{'type':'x','id':'a','key':'a','label':'A'},{'type':'number','id':'b'}")))
                .contains("FORM_UNKNOWN_TYPE", "FORM_NO_KEY", "FORM_NO_LABEL");
    }

    @Test
    void namesItsKeysAndTexts() {
        assertThat(FormFixture.EVERYTHING.id()).isEqualTo("everything");
        assertThat(FormFixture.EVERYTHING.keys())
                .startsWith("year", "recovered")
                .contains("budget", "contexts");
        assertThat(FormFixture.EVERYTHING.textKeys())
                .contains(
                        "everything.intro.text",
                        "everything.recovered.label",
                        "everything.recovered.description",
                        "everything.rate.label",
                        "everything.moneyGroup.label",
                        "everything.status.IN_FORCE",
                        "everything.contexts.label",
                        "everything.contexts.n.label",
                        "everything.contexts.context.SEIZED",
                        "everything.womenBound.text")
                .doesNotContain("", "everything.covers.true");
    }

    @Test
    void saysItsTextsInTheReadersLanguage() {
        String localised =
                FormFixture.EVERYTHING.localised(FormFixture.in("es")).toString();
        for (String key : FormFixture.EVERYTHING.textKeys()) {
            assertThat(localised).contains("\"‹" + key + "›\"");
        }
        assertThat(localised).contains("\"label\":\"Sí\"").doesNotContain("Firearms");
        assertThat(FormFixture.EVERYTHING.localised(FormTexts.english()).toString())
                .contains("Firearms recovered");
    }
}

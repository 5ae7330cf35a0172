package org.randot.commitments.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.randot.commitments.forms.FormFixture.CONVICTIONS;
import static org.randot.commitments.forms.FormFixture.EVERYTHING;
import static org.randot.commitments.forms.FormFixture.check;
import static org.randot.commitments.forms.FormFixture.findings;
import static org.randot.commitments.forms.FormFixture.of;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormCheckTests {
    /** A form filled as it should be. */
    static final String GOOD = """
            {"recovered": 1200, "submitted": 950, "medianDays": 21.5, "hours": 720,
             "budget": {"amount": "1234.50", "currency": "USD", "year": 2025, "note": "n"},
             "since": "2024-05-01", "period": {"start": "2025-01-01", "end": "2025-12-31"},
             "covers": true, "status": "IN_FORCE", "coverage": "NATIONAL", "channels": ["ETRACE", "IARMS"],
             "source": "Registry", "site": "https://example.org/a?b=c", "partner": "ARG",
             "authority": {"name": {"es": "Policía"}, "kind": "POLICE", "level": "NATIONAL", "contactRole": "Head"},
             "basis": {"title": {"es": "Ley"}, "number": "1", "adopted": "2024-05-01", "inForce": "2024-06-01", "url": "https://example.org"},
             "contexts": [{"context": "SEIZED", "n": 1000, "women": 1}, {"context": "FOUND", "n": 200}],
             "bound": [{"agency": {"ref": "abc-1"}, "sinceDate": "2024-01-01", "cases": {"noData": "CONFIDENTIAL", "explanation": "x"}, "abroad": false}]}
            """;

    private static String good(String field, String json) {
        ObjectNode values = FormFixture.json(GOOD);
        values.set(field, FormFixture.json("{'v':" + json + "}").get("v"));
        return values.toString();
    }

    @Test
    void findsNothing_whenAllIsWell() {
        CheckedForm checked = check(EVERYTHING, GOOD);
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.required()).isEqualTo(checked.requiredFilled()).isEqualTo(9);
        assertThat(checked.values().get("rate").decimalValue()).isEqualByComparingTo("79.2");
        assertThat(checked.values().get("year").intValue()).isEqualTo(2025);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hours | -1 | /hours MIN",
                "hours | 1.5 | /hours WHOLE_NUMBER",
                "recovered | '12' | /recovered WHOLE_NUMBER",
                "recovered | null | /recovered REQUIRED",
                "recovered | '' | /recovered REQUIRED",
                "recovered | [] | /recovered REQUIRED",
                "recovered | [1] | /recovered WHOLE_NUMBER",
                "recovered | true | /recovered WHOLE_NUMBER",
                "hours | 1e29 | /hours MAX",
                "recovered | 1e400 | /recovered WHOLE_NUMBER",
                "recovered | {'noData':'NOT_COLLECTED'} | /recovered/explanation EXPLANATION_REQUIRED",
                "recovered | {'noData':'SECRET','explanation':'x'} | /recovered/noData NO_DATA_CODE",
                "recovered | {'noData':'CONFIDENTIAL','explanation':'x','value':3} | /recovered NUMBER_AND_NO_DATA",
                "recovered | {'noData':'CONFIDENTIAL','explanation':'x','y':3} | /recovered/y UNKNOWN_FIELD",
                "hours | {'noData':'NOT_COLLECTED','explanation':'x'} | /hours NO_DATA_NOT_ALLOWED",
                "hours | 8761 | /hours MAX",
                "medianDays | 1.25 | /medianDays DECIMALS",
                "medianDays | 'x' | /medianDays NUMBER",
                "year | 2024 | /year YEAR_FIXED",
                "rate | 50 | /rate COMPUTED",
                "rate | 'x' | /rate COMPUTED",
                "budget | 5 | /budget MONEY",
                "budget | {'amount':5,'currency':'USD'} | /budget/amount AMOUNT",
                "budget | {'amount':'1.234,5','currency':'USD'} | /budget/amount AMOUNT",
                "budget | {'amount':'5','currency':'XYZ'} | /budget/currency CURRENCY",
                "budget | {'amount':'5'} | /budget/currency REQUIRED",
                "budget | {'amount':'5','currency':'USD','year':99} | /budget/year MIN",
                "budget | {'amount':'5','currency':'USD','rate':1} | /budget/rate UNKNOWN_FIELD",
                "since | '31/12/2025' | /since DATE",
                "since | '2025-02-30' | /since DATE",
                "since | 20250101 | /since DATE",
                "since | '0001-01-01' | /since DATE_RANGE",
                "period | {'start':'2025-02-01','end':'2025-01-01'} | /period/end PERIOD_ORDER",
                "period | {'start':'2025-02-01'} | /period/end REQUIRED",
                "period | '2025' | /period PERIOD",
                "covers | 'true' | /covers YES_OR_NO",
                "status | 'OTHER' | /status CHOICE",
                "status | ['DRAFT'] | /status CHOICE",
                "channels | 'ETRACE' | /channels CHOICES",
                "channels | ['ETRACE','X'] | /channels CHOICE",
                "channels | ['ETRACE','ETRACE'] | /channels CHOSEN_TWICE",
                "channels | ['ETRACE','NONE'] | /channels EXCLUSIVE",
                "source | 5 | /source TEXT",
                "source | 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' | /source TOO_LONG",
                "site | 'javascript:alert(1)' | /site URL",
                "site | 'example.org' | /site URL",
                "partner | 'XXX' | /partner COUNTRY",
                "coverage | 'PARTIAL' | /coverageNote REQUIRED",
                "authority | 'Police' | /authority AGENCY",
                "authority | {'name':{'es':'x'}} | /authority/kind REQUIRED",
                "authority | {'name':{'es':'x'},'kind':'HEALTH'} | /authority/kind AGENCY_KIND",
                "authority | {'name':{'de':'x'},'kind':'POLICE'} | /authority/name/de UNKNOWN_FIELD,/authority/name MULTILINGUAL",
                "authority | {'name':{'es':'x'},'kind':'POLICE','person':'y'} | /authority/person UNKNOWN_FIELD",
                "authority | {'ref':'a b'} | /authority/ref REFERENCE",
                "authority | {'ref':'ab'} | /authority/ref REFERENCE",
                "authority | {'ref':'old'} | /authority/ref REFERENCE_RETIRED",
                "authority | {'ref':'health'} | /authority/ref AGENCY_KIND",
                "authority | {'ref':'law-1'} | /authority/ref REFERENCE",
                "authority | {'ref':'abc-1','kind':'POLICE'} | /authority/ref REFERENCE_OR_DESCRIPTION",
                "authority | {'ref':'abc-1','person':'y'} | /authority/ref REFERENCE_OR_DESCRIPTION,/authority/person UNKNOWN_FIELD",
                "authority | {'name':{'es':'x'},'kind':'POLICE','keep':'yes'} | /authority/keep YES_OR_NO",
                "basis | {'ref':'abc-1'} | /basis/ref REFERENCE",
                "basis | {'number':'5'} | /basis/title REQUIRED",
                "basis | {'title':{'es':'x'},'adopted':'x'} | /basis/adopted DATE",
                "remarks | {'es':'x'} | /remarks TEXT",
                "nobody | 1 | /nobody UNKNOWN_FIELD",
                "contexts | [] | /contexts REQUIRED",
                "contexts | 'x' | /contexts TABLE",
                "contexts | [1] | /contexts/0 ROW",
                "contexts | [{'context':'SEIZED','n':1200,'m':1}] | /contexts/0/m UNKNOWN_FIELD",
                "contexts | [{'context':'SEIZED','n':1200,'women':1300}] | /contexts/0/women WOMEN_GT_N",
                "contexts | [{'context':'SEIZED','n':1199}] | /contexts SUM_DIFFERS",
                "contexts | [{'context':'SEIZED','n':1200},{'n':0}] | /contexts/1/context REQUIRED",
                "contexts | [{},{},{},{},{},{}] | /contexts MAX_ROWS",
                "bound | [{'agency':{'ref':'a'},'abroad':true}] | /bound/0/country REQUIRED",
            })
    void namesTheFieldAndTheReason_whenAValueIsWrong(String field, String value, String expected) {
        assertThat(findings(EVERYTHING, good(field, value))).containsExactly(expected.split(","));
    }

    @Test
    void isRequired_whenNothingIsFilled() {
        CheckedForm checked = check(EVERYTHING, "{}");
        assertThat(FormFixture.said(checked))
                .containsExactly(
                        "/recovered REQUIRED",
                        "/submitted REQUIRED",
                        "/hours REQUIRED",
                        "/covers REQUIRED",
                        "/status REQUIRED",
                        "/channels REQUIRED",
                        "/authority REQUIRED",
                        "/contexts REQUIRED");
        assertThat(checked.required()).isEqualTo(9);
        assertThat(checked.requiredFilled()).isEqualTo(1);
        assertThat(checked.hasErrors()).isTrue();
    }

    @Test
    void dropsWhatIsHiddenAndAsksWhatIsShown() {
        String hidden = good("exceptions", "{'es':'x'}");
        assertThat(check(EVERYTHING, hidden).values().has("exceptions")).isFalse();
        assertThat(findings(EVERYTHING, good("covers", "false"))).containsExactly("/exceptions REQUIRED");
    }

    @Test
    void countsANoDataCodeAsFilled() {
        CheckedForm checked = check(EVERYTHING, good("recovered", "{'noData':'NOT_COLLECTED','explanation':'x'}"));
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.requiredFilled()).isEqualTo(9);
        assertThat(checked.values().has("rate")).isFalse();
    }

    @Test
    void refusesMoreSubmittedThanRecovered_givenV2() {
        ObjectNode values = FormFixture.json(GOOD).put("recovered", 100).put("submitted", 120);
        CheckedForm checked = FormFixture.FORMS.check(EVERYTHING, values, FormFixture.OF_2025, FormTexts.english());
        assertThat(FormFixture.said(checked)).contains("/submitted SUBMITTED_GT_RECOVERED", "/contexts SUM_DIFFERS");
        assertThat(checked.warnings()).extracting(FormFinding::code).containsExactly("SUM_DIFFERS");
    }

    @Test
    void computesNothingFromZeroButZeroFromZeroTraced_givenV3AndV4() {
        ObjectNode zero = FormFixture.json(GOOD).put("recovered", 0).put("submitted", 0);
        assertThat(check(EVERYTHING, zero.toString()).values().has("rate")).isFalse();
        ObjectNode none = FormFixture.json(GOOD).put("recovered", 40).put("submitted", 0);
        assertThat(check(EVERYTHING, none.toString()).values().get("rate").doubleValue())
                .isEqualTo(0.0);
    }

    @Test
    void asksForAComment_givenV15() {
        CheckedForm checked = check(
                CONVICTIONS, "{'convictions':[{'article':'UNTOC_5','cases':4,'personsConvicted':3}],'totalCases':4}");
        assertThat(FormFixture.said(checked)).containsExactly("/convictions/0/cases CASES_GT_PERSONS");
        assertThat(checked.hasErrors()).isFalse();
        assertThat(checked.warnings()).hasSize(1);
    }

    @Test
    void refusesAMedianOutsideItsRange_givenV16() {
        String convictions = "'convictions':[{'article':'UNTOC_5','cases':1,'personsConvicted':3}]";
        assertThat(findings(
                        CONVICTIONS,
                        "{" + convictions
                                + ",'sentences':[{'kind':'FINE','minMonths':12,'medianMonths':9,'maxMonths':60}]}"))
                .containsExactly("/sentences/0/medianMonths MEDIAN_OUT_OF_RANGE");
        assertThat(findings(CONVICTIONS, "{" + convictions + ",'sentences':[{'kind':'FINE','medianMonths':9}]}"))
                .isEmpty();
    }

    @Test
    void readsRowsAndOtherStages_whenARuleDoes() {
        String twice = "{'convictions':[{'article':'UNTOC_5','cases':1,'personsConvicted':3},"
                + "{'article':'UNTOC_5','cases':{'noData':'CONFIDENTIAL','explanation':'x'},'personsConvicted':3}],'totalCases':0}";
        assertThat(findings(CONVICTIONS, twice)).containsExactly("/convictions ARTICLE_TWICE");
        Form form = of("""
                {'type':'number','id':'n','key':'n','label':'N'},
                {'type':'text','id':'r1','text':'T','properties':{'rule':'TOO_MANY','severity':'ERROR','field':'n'},
                 'conditional':{'hide':'=n <= answers.S2.agencies'}},
                {'type':'text','id':'r2','text':'T','properties':{'rule':'CHANGE_GT_50','severity':'WARNING','field':'n'},
                 'conditional':{'hide':'=abs(n - previous.n) / previous.n <= 0.5'}}
                """);
        var context = new FormContext(
                Map.of("S2", Map.of("agencies", 3)), 2025, LocalDate.of(2026, 1, 1), Map.of(), Map.of("n", 2));
        CheckedForm checked = FormFixture.FORMS.check(form, FormFixture.json("{'n':4}"), context, FormTexts.english());
        assertThat(FormFixture.said(checked)).containsExactly("/n TOO_MANY", "/n CHANGE_GT_50");
        assertThat(findings(form, "{'n':4}")).isEmpty();
    }

    @Test
    void saysItInTheReadersLanguage() {
        for (String language : List.of("en", "es", "pt", "fr")) {
            CheckedForm checked = FormFixture.FORMS.check(
                    EVERYTHING,
                    FormFixture.json(good("hours", "10000000")),
                    FormFixture.OF_2025,
                    FormFixture.in(language));
            String message = checked.findings().get(0).message();
            assertThat(message)
                    .isEqualTo(
                            switch (language) {
                                case "es" -> "Escriba 8.760 o menos.";
                                case "pt" -> "Escreva 8.760 ou menos.";
                                case "fr" -> "Saisissez 8\u202f760 ou moins.";
                                default -> "Enter 8,760 or less.";
                            });
        }
    }

    @Test
    void answersInAFewMilliseconds() {
        ObjectNode values = FormFixture.json(GOOD);
        for (int i = 0; i < 300; i++) {
            FormFixture.FORMS.check(EVERYTHING, values, FormFixture.OF_2025, FormTexts.english());
        }
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            FormFixture.FORMS.check(EVERYTHING, values, FormFixture.OF_2025, FormTexts.english());
        }
        double each = (System.nanoTime() - start) / 100 / 1e6;
        System.out.printf("check of a form of the size of C1: %.3f ms%n", each);
        assertThat(each).isLessThan(5);
    }
}

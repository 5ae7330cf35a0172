package org.randot.commitments.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.randot.commitments.forms.FormFixture.EVERYTHING;
import static org.randot.commitments.forms.FormFixture.FORMS;
import static org.randot.commitments.forms.FormFixture.OF_2025;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormPageTests {
    private static Browser page(ObjectNode values, String language) {
        CheckedForm checked = FORMS.check(EVERYTHING, values, OF_2025, FormFixture.in(language));
        var beside = FormView.Beside.marks(
                Map.of("/recovered", "Why so many?", "/contexts/0", "See row", "/authority", "Who?"));
        return Browser.form(
                FORMS.view(EVERYTHING, values, checked.findings(), OF_2025, FormFixture.in(language), beside),
                language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt", "fr"})
    void isAccessible_whenItShowsEverythingWithErrors(String language) {
        ObjectNode wrong = FormFixture.json(FormCheckTests.GOOD);
        wrong.put("hours", "1,2,3")
                .put("since", "31.31.2025")
                .put("covers", false)
                .put("coverage", "PARTIAL");
        wrong.put("remarks", "</textarea><script>alert(1)</script>").put("status", "LOST");
        wrong.withArray("contexts").addObject().put("women", 4).put("n", 3);
        wrong.putObject("recovered").put("noData", "CONFIDENTIAL");
        Browser page = page(wrong, language);
        assertThat(page.ids).doesNotHaveDuplicates().doesNotContain("");
        assertThat(page.controls)
                .doesNotContain("")
                .allSatisfy(each -> assertThat(page.labelled).contains(each));
        assertThat(page.labelled).doesNotHaveDuplicates();
        assertThat(page.ids).containsAll(page.references);
        assertThat(page.styled).isEmpty();
        assertThat(page.html)
                .contains("aria-invalid=\"true\"", "Why so many?", "See row", "href=\"#f-hours\"")
                .doesNotContain("??", "<script", "th:");
        if (!language.equals("en")) {
            assertThat(page.html)
                    .contains("‹everything.recovered.label›")
                    .doesNotContain("Firearms", "Remove<", "Explanation<", "Save<");
        }
        Browser empty = page(Values.object(), language);
        assertThat(empty.ids).doesNotHaveDuplicates().containsAll(empty.references);
        assertThat(empty.controls).allSatisfy(each -> assertThat(empty.labelled).contains(each));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "pt", "fr"})
    void readsWhatItShows_forAnyValues(String language) {
        var random = new Random(20260101);
        for (int i = 0; i < 60; i++) {
            ObjectNode values = values(random);
            ObjectNode read = FORMS.read(EVERYTHING, page(values, language).posted);
            assertThat(normal(read)).as("round %d", i).isEqualTo(normal(values));
        }
    }

    @Test
    void comesToTheSame_whenItChecksAgain() {
        var random = new Random(42);
        for (int i = 0; i < 300; i++) {
            ObjectNode values = i % 2 == 0 ? values(random) : wild(random, 4);
            CheckedForm once = FORMS.check(EVERYTHING, values, OF_2025, FormTexts.english());
            CheckedForm twice = FORMS.check(EVERYTHING, once.values(), OF_2025, FormTexts.english());
            assertThat(normal(twice.values())).isEqualTo(normal(once.values()));
            if (i % 2 == 0) {
                assertThat(twice.findings()).isEqualTo(once.findings());
            }
        }
    }

    @Test
    void neverFails_whenValuesAreWild() {
        var random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            ObjectNode values = wild(random, 5);
            CheckedForm checked = FORMS.check(EVERYTHING, values, OF_2025, FormFixture.in("fr"));
            FormView view = FORMS.view(
                    EVERYTHING,
                    values,
                    checked.findings(),
                    OF_2025,
                    FormFixture.in("fr"),
                    new FormView.Beside(Map.of("/x", "y"), wild(random, 5), "2024"));
            if (i % 10 == 0) {
                assertThat(Browser.form(view, "fr").ids).doesNotHaveDuplicates();
                assertThat(Browser.answers(view, true, "fr").ids).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void keepsWhatWasTyped_whenItCannotBeUnderstood() {
        ObjectNode values = FORMS.read(
                EVERYTHING,
                FormFixture.posted(
                        "_lang",
                        "es",
                        "hours",
                        " doce ",
                        "since",
                        "mañana",
                        "budget.amount",
                        "mucho",
                        "covers",
                        "quizás",
                        "contexts.0.n",
                        "x",
                        "contexts.3.context",
                        "NOWHERE",
                        "partner",
                        "Atlantis",
                        "period.end",
                        "1/2",
                        "unknown",
                        "x",
                        "channels",
                        "A",
                        "channels",
                        "B"));
        assertThat(values)
                .isEqualTo(
                        FormFixture.json(
                                "{'hours':'doce','since':'mañana','budget':{'amount':'mucho'},'covers':'quizás',"
                                        + "'contexts':[{'n':'x'},{'context':'NOWHERE'}],'partner':'Atlantis','period':{'end':'1/2'},'channels':['A','B']}"));
        Browser page = page(values, "es");
        assertThat(FORMS.read(EVERYTHING, page.posted)).isEqualTo(values.put("coverage", "NATIONAL"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1,234 | 1234", "en | 1,234.5 | 1234.5", "en | 1234.5 | 1234.5", "en | 1.5 | 1.5",
                        "en | 1 234 | 1234",
                "en | 12,5 | 12.5", "en | 1.234,5 | 1234.5", "en | 1.234.567 | 1234567", "en | -5 | -5",
                        "en | .5 | 0.5",
                "es | 1.234 | 1234", "es | 1.234,5 | 1234.5", "es | 1,5 | 1.5", "es | 1,234 | 1.234",
                        "es | 12.5 | 12.5",
                "es | 1 234,5 | 1234.5", "es | 1,234.5 | 1234.5", "es | 1.234.567 | 1234567", "pt | 1.234 | 1234",
                        "pt | 0,75 | 0.75",
                "fr | 1 234,5 | 1234.5", "fr | 1\u202f234 | 1234", "fr | 1\u00a0234 | 1234", "fr | 12,5 | 12.5",
                        "fr | 1'234 | 1234"
            })
    void readsNumbersAsPeopleTypeThem(String language, String typed, String expected) {
        ObjectNode values = FORMS.read(EVERYTHING, FormFixture.posted("_lang", language, "medianDays", typed));
        assertThat(values.get("medianDays").decimalValue()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234.567", "1.23.4", "1..2", "1e5", "0x10", "--1", "1-2", "NaN", "1,2,3", "12 %", "½"})
    void readsNoNumber_whenItCouldMeanTwoOrNone(String typed) {
        assertThat(FORMS.read(EVERYTHING, FormFixture.posted("_lang", "es", "medianDays", typed)))
                .isEqualTo(Values.object().put("medianDays", typed));
    }

    @Test
    void readsDatesAndCountriesAsPeopleTypeThem() {
        assertThat(FORMS.read(EVERYTHING, FormFixture.posted("_lang", "pt", "since", "31/1/2025", "partner", "Brasil")))
                .isEqualTo(FormFixture.json("{'since':'2025-01-31','partner':'BRA'}"));
        assertThat(FORMS.read(EVERYTHING, FormFixture.posted("since", "1/2/2025", "partner", "arg")))
                .isEqualTo(FormFixture.json("{'since':'1/2/2025','partner':'ARG'}"));
    }

    @Test
    void addsAndRemovesRows_whenAButtonSaysSo() {
        var posted =
                FormFixture.posted("contexts.0.n", "1", "contexts.1.n", "", "contexts.2.n", "3", "_add", "contexts");
        ObjectNode read = FORMS.read(EVERYTHING, posted);
        assertThat(read.get("contexts")).hasSize(2);
        assertThat(FORMS.isRowAction(posted)).isTrue();
        assertThat(FORMS.applyRowAction(EVERYTHING, read, posted).get("contexts"))
                .hasSize(4);
        posted.remove("_add");
        posted.add("_remove", "contexts.0");
        assertThat(FORMS.applyRowAction(EVERYTHING, read, posted))
                .isEqualTo(FormFixture.json("{'contexts':[{},{'n':3}]}"));
        posted.set("_remove", "contexts.x");
        assertThat(FORMS.applyRowAction(EVERYTHING, read, posted).get("contexts"))
                .hasSize(3);
        posted.set("_remove", "nowhere.0");
        assertThat(FORMS.applyRowAction(EVERYTHING, read, posted)).isEqualTo(read);
    }

    @Test
    void keepsValuesOfHiddenFields_whenTheyMayComeBack() {
        ObjectNode values = FormFixture.json("{'covers':true,'coverage':'NATIONAL','exceptions':{'es':'x'},"
                + "'bound':[{'abroad':false,'country':'ARG'}]}");
        Browser page = page(values, "en");
        assertThat(page.html).doesNotContain(">Exceptions<");
        assertThat(FORMS.read(EVERYTHING, page.posted)).isEqualTo(values);
    }

    @Test
    void dropsCharactersThatNoDatabaseKeeps() {
        ObjectNode read = FORMS.read(EVERYTHING, FormFixture.posted("remarks", "a\0b\ud800c\u0007\r\nd 😀"));
        assertThat(read.get("remarks").textValue()).isEqualTo("abc\nd 😀");
        assertThat(FORMS.storable(Values.object().put("x\0", "\0y")))
                .isEqualTo(Values.object().put("x", "y"));
    }

    @Test
    void tellsAnAmountInDollarsBesideIt_whenARateIsKnown() {
        ObjectNode values = FormFixture.json("{'budget':{'amount':'21048.23','currency':'MXN','year':2023}}");
        var rate = new DollarRates.Rate(new BigDecimal("17.05"), LocalDate.of(2023, 12, 31), "Banco de México");
        FormContext known = OF_2025.with(
                (currency, year) -> currency.equals("MXN") && year == 2023 ? Optional.of(rate) : Optional.empty());
        assertThat(said(values, known))
                .contains(
                        "21,048.23\u00a0MXN (2023)",
                        "≈ USD 1,234.50 (rate 17.05 MXN per USD, 2023-12-31, Banco de México)");
        assertThat(said(values, OF_2025)).contains("21,048.23\u00a0MXN (2023)").doesNotContain("≈");
    }

    private static String said(ObjectNode values, FormContext context) {
        FormView view = FORMS.view(EVERYTHING, values, List.of(), context, FormFixture.in("en"));
        return Browser.answers(view, false, "en").html;
    }

    @Test
    void showsAnswersWithEarlierOnesAndMarks() {
        ObjectNode values = FormFixture.json(FormCheckTests.GOOD);
        CheckedForm checked = FORMS.check(EVERYTHING, values, OF_2025, FormFixture.in("es"));
        var earlier = FormFixture.json("{'recovered':1000,'medianDays':0,'contexts':[{'context':'FOUND','n':7}]}");
        FormView view = FORMS.view(
                EVERYTHING,
                checked.values(),
                checked.findings(),
                OF_2025,
                FormFixture.in("es"),
                new FormView.Beside(Map.of("/submitted", "Otra vez"), earlier, "2024"));
        Browser page = Browser.answers(view, true, "es");
        assertThat(page.html)
                .contains(
                        "1.200",
                        "1.000",
                        "+20,0\u00a0%",
                        "1.234,50\u00a0USD (2025)",
                        "1 may 2024",
                        "79,2\u00a0%",
                        "Argentina")
                .contains(
                        "name=\"mark[/submitted]\"", "value=\"Otra vez\"", "name=\"mark[/contexts/0]\"", "Confidencial")
                .doesNotContain("??");
        assertThat(page.ids).doesNotHaveDuplicates();
        assertThat(page.controls).allSatisfy(each -> assertThat(page.labelled).contains(each));
        assertThat(Browser.answers(view, false, "es").controls).isEmpty();
        assertThat(view.required()).isEqualTo(9);
        assertThat(view.requiredFilled()).isEqualTo(9);
    }

    @Test
    void asksAgain_whenAWatchedFieldChanges() {
        assertThat(page(Values.object(), "en").html.replaceAll("\\s+", " "))
                .containsPattern("name=\"covers\"[^>]*data-rerender=\"true\"")
                .doesNotContainPattern("name=\"source\"[^>]*data-rerender");
    }

    private static ObjectNode values(Random random) {
        ObjectNode values = Values.object();
        figure(values, "recovered", random, 0);
        figure(values, "submitted", random, 0);
        figure(values, "medianDays", random, 1);
        maybe(random, () -> values.put("hours", 1 + random.nextInt(8000)));
        maybe(
                random,
                () -> values.set(
                        "budget",
                        FormFixture.json("{'amount':'" + random.nextInt(100_000)
                                + ".5','currency':'COP','year':2025,'note':'<&>'}")));
        maybe(random, () -> values.put("since", "20" + (10 + random.nextInt(15)) + "-02-28"));
        maybe(random, () -> values.set("period", FormFixture.json("{'start':'2025-01-01','end':'2025-06-30'}")));
        maybe(random, () -> values.put("covers", random.nextBoolean()));
        maybe(random, () -> values.set("exceptions", text(random)));
        maybe(random, () -> values.put("status", "DRAFT"));
        values.put("coverage", random.nextBoolean() ? "PARTIAL" : "NATIONAL");
        maybe(random, () -> values.putArray("channels").add("ETRACE").add("BILATERAL"));
        maybe(random, () -> values.put("source", "a \"b\" <c> & 'd' ñ"));
        maybe(random, () -> values.put("remarks", "line one\n\nline < three > &amp; 😀"));
        maybe(random, () -> values.put("site", "https://example.org/?a=b&c=d"));
        maybe(random, () -> values.put("partner", "MEX"));
        maybe(random, () -> values.set("authority", agency(random)));
        maybe(
                random,
                () -> values.set(
                        "basis",
                        FormFixture.json(
                                "{'title':{'fr':'Loi','es':'Ley'},'number':'5-A','adopted':'2020-01-01','url':'https://example.org'}")));
        maybe(random, () -> {
            ArrayNode rows = values.putArray("contexts");
            for (int i = 0; i <= random.nextInt(4); i++) {
                rows.addObject().put("context", "FOUND").put("n", random.nextInt(9));
            }
        });
        maybe(random, () -> {
            ArrayNode rows = values.putArray("bound");
            for (int i = 0; i <= random.nextInt(3); i++) {
                ObjectNode row = rows.addObject();
                row.set("agency", agency(random));
                figure(row, "cases", random, 0);
                maybe(random, () -> row.put("abroad", random.nextBoolean()));
                maybe(random, () -> row.put("country", "CHL"));
                maybe(random, () -> row.putArray("tools").add("DOGS").add("BOATS"));
                maybe(random, () -> row.set("note", text(random)));
            }
        });
        return values;
    }

    private static void maybe(Random random, Runnable run) {
        if (random.nextInt(4) > 0) {
            run.run();
        }
    }

    private static void figure(ObjectNode values, String key, Random random, int decimals) {
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> values.putObject(key).put("noData", "NOT_AVAILABLE_YET").put("explanation", "later & <more>");
            default -> values.put(key, BigDecimal.valueOf(random.nextInt(5_000_000), decimals));
        }
    }

    private static ObjectNode text(Random random) {
        ObjectNode text = Values.object();
        for (String language : Words.LANGUAGES) {
            if (text.isEmpty() || random.nextBoolean()) {
                text.put(language, "text in " + language);
            }
        }
        return text;
    }

    private static ObjectNode agency(Random random) {
        if (random.nextInt(4) == 0) {
            return Values.object().put("ref", "entry-" + random.nextInt(3));
        }
        ObjectNode agency = Values.object();
        agency.set("name", text(random));
        return agency.put("kind", "POLICE").put("level", "NATIONAL").put("contactRole", "Chief");
    }

    /** Anything under the names of fields and parts. */
    private static ObjectNode wild(Random random, int depth) {
        List<String> names = List.of(
                "year",
                "recovered",
                "rate",
                "budget",
                "since",
                "period",
                "covers",
                "exceptions",
                "status",
                "coverage",
                "channels",
                "source",
                "site",
                "partner",
                "authority",
                "basis",
                "contexts",
                "bound",
                "amount",
                "noData",
                "explanation",
                "value",
                "ref",
                "name",
                "es",
                "n",
                "agency",
                "kind",
                "tools",
                "start",
                "~/\0",
                "");
        ObjectNode values = Values.object();
        for (int i = random.nextInt(12); i >= 0; i--) {
            values.set(names.get(random.nextInt(names.size())), anything(random, depth));
        }
        return values;
    }

    private static JsonNode anything(Random random, int depth) {
        var nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 0 ? 12 : 8)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt());
            case 3 -> nodes.numberNode(random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble() * 1e300);
            case 4 -> nodes.numberNode(new BigDecimal("1e999999999"));
            case 5 ->
                nodes.textNode(List.of("", " ", "\0", "2025-13-45", "9999999999-01-01", "x".repeat(5_000))
                        .get(random.nextInt(6)));
            case 6 ->
                nodes.textNode(List.of("POLICE", "NOT_COLLECTED", "true", "1.5", "ARG", "USD")
                        .get(random.nextInt(6)));
            case 7 -> nodes.numberNode(Float.NaN);
            case 8, 9 -> {
                ArrayNode array = nodes.arrayNode();
                for (int i = random.nextInt(8); i > 0; i--) {
                    array.add(anything(random, depth - 1));
                }
                yield array;
            }
            default -> wild(random, depth - 1);
        };
    }

    /** Numbers compared by value, however they are held. */
    private static String normal(JsonNode values) {
        if (values.isObject()) {
            var parts = new java.util.TreeMap<String, String>();
            values.properties().forEach(each -> parts.put(each.getKey(), normal(each.getValue())));
            return parts.toString();
        }
        if (values.isArray()) {
            var parts = new java.util.ArrayList<String>();
            values.forEach(each -> parts.add(normal(each)));
            return parts.toString();
        }
        return Values.number(values)
                .map(number -> number.stripTrailingZeros().toPlainString())
                .orElseGet(values::toString);
    }
}

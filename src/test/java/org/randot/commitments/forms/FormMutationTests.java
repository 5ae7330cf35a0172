package org.randot.commitments.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.randot.commitments.Mutations;

/** Good forms spoiled at random (security.md 4): refused with a code, or shown and checked without an exception and without long thought. */
class FormMutationTests {
    private static final List<String> HOSTILE = List.of(
            "=count(for i in 1..2000000 return i)",
            "=for i in 1..2000, j in 1..2000 return i * j",
            "=some x in 1..1000000 satisfies x = 0",
            "=function(x) external {java: {class: \\\"java.lang.Math\\\", method signature: \\\"abs(double)\\\"}}",
            "={a: 1, b: {c: a}}.b.c",
            "=" + "(".repeat(400) + "1" + ")".repeat(400),
            "=" + "if true then ".repeat(100) + "1",
            "=matches(\\\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\\\", \\\"(a+)+$\\\")",
            "=string join(for i in 1..100 return \\\"x\\\")",
            "=2 ** 99999999",
            "=null",
            "=today > date(\\\"x\\\")",
            "=previous.x.y.z = answers.S1.q",
            "= )",
            "",
            "dynamiclist",
            "script",
            "iframe",
            "html",
            "<script>alert(1)</script>",
            "[a](javascript:alert(1))",
            "\\u0000",
            "x".repeat(5_000),
            "\",\"key\":\"a.b[0]",
            "\",\"type\":\"group",
            "\":{\"a\":[[[[[[]]]]]]},\"b\":\"",
            "{\"type\":\"button\",\"action\":\"submit\"},",
            "{\"id\":\"z\",\"type\":\"number\",\"key\":\"z\",\"decimalDigits\":-1},",
            "1e400",
            "-99999999999999999999999999999999999999",
            "null",
            "]}");

    private final Forms forms = new Forms();

    @Test
    @Timeout(600)
    void refusesOrShows_givenSpoiledForms() {
        AtomicInteger accepted = new AtomicInteger();
        int run = Mutations.run(500, Mutations.files(".form"), new Mutations(13, HOSTILE), form -> {
            try {
                shows(Form.parse(form));
                accepted.incrementAndGet();
            } catch (FormProblems refused) {
                assertThat(refused.problems())
                        .isNotEmpty()
                        .allMatch(problem -> problem.code().matches("[A-Z][A-Z_]+"));
            }
        });
        System.out.printf("%,d spoiled forms: %,d accepted, the others refused%n", run, accepted.get());
        assertThat(accepted.get()).as("some stay good, some do not").isBetween(1, run - 1);
    }

    private void shows(Form form) {
        var empty = JsonNodeFactory.instance.objectNode();
        Map<String, Object> cycle =
                Map.of("adoptionDate", LocalDate.of(2024, 4, 9), "meetingDate", LocalDate.of(2026, 10, 15));
        FormContext context = new FormContext(Map.of(), 2024, LocalDate.of(2025, 3, 3), cycle, Map.of());
        CheckedForm checked = forms.check(form, empty, context, FormTexts.english());
        assertThat(forms.view(form, empty, checked.findings(), context, FormTexts.english()))
                .isNotNull();
    }
}

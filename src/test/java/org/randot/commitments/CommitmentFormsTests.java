package org.randot.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.randot.commitments.forms.AttachedDocument;
import org.randot.commitments.forms.CheckedForm;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormContext;
import org.randot.commitments.forms.FormTexts;
import org.randot.commitments.forms.Forms;

/** Every form of every package: its sample answers pass, and its rules find what they are for (domain.md 4.1 and 8). */
class CommitmentFormsTests {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final List<Path> PACKAGES = List.of(Path.of("processes"), Path.of("src/test/resources/processes"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Forms FORMS = new Forms();
    private static final Pattern STAGE_DUE_OR_FORM = Pattern.compile(
            "name=\"stage\" value=\"\\w+\\.(S\\d+)\"|name=\"due\" value=\"([^\"]+)\"|camunda:formRef=\"(\\w+)\"");

    static List<Path> files() throws IOException {
        var found = new ArrayList<Path>();
        for (Path packages : PACKAGES) {
            try (Stream<Path> paths = Files.walk(packages)) {
                paths.filter(path -> path.toString().endsWith(".form")).sorted().forEach(found::add);
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("files")
    void samplePasses_whenComplete(Path file) throws IOException {
        Form form = FormFiles.read(file);

        CheckedForm checked =
                FORMS.check(form, sample(form.id()), context(answers(file.getParent()), Map.of()), FormTexts.english());

        assertThat(checked.findings()).isEmpty();
        assertThat(checked.requiredFilled()).isEqualTo(checked.required());
    }

    @ParameterizedTest
    @MethodSource("files")
    void emptyFormNamesWhatIsMissing_whenNothingIsFilled(Path file) throws IOException {
        Form form = FormFiles.read(file);

        CheckedForm checked =
                FORMS.check(form, JSON.createObjectNode(), context(Map.of(), Map.of()), FormTexts.english());

        assertThat(checked.findings())
                .hasSize(checked.required() - checked.requiredFilled())
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("REQUIRED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            baseline    | {"baselineYear":2022}                                     | /baselineYear:BASELINE_YEAR_OUT_OF_RANGE:ERROR
            baseline    | {"baselineSubmitted":1101}                                | /baselineSubmitted:BASELINE_SUBMITTED_GT_RECOVERED:ERROR
            baseline    | {"baselineTraced":701}                                    | /baselineTraced:BASELINE_TRACED_GT_SUBMITTED:ERROR
            baseline    | {"baselineTraced":{"noData":"NOT_COLLECTED","explanation":"-"}} | -
            baseline    | {"tracingChannels":["ETRACE","NONE"]}                     | /tracingChannels:EXCLUSIVE:ERROR
            directive   | {"directiveStatus":"DRAFT"}                               | /directiveStatus:DIRECTIVE_NOT_IN_FORCE:WARNING
            directive   | {"directiveRef":null}                                     | /directiveRef:REQUIRED:ERROR
            directive   | {"coversAllRecovered":false}                              | /exceptions:REQUIRED:ERROR
            directive   | {"submissionDeadlineHours":721}                           | /deadlineReason:REQUIRED:ERROR
            directive   | {"agenciesRecovering":3}                                  | /bindingPlan:REQUIRED:ERROR
            directive   | {"agenciesRecovering":1}                                  | /agenciesBound:AGENCIES_BOUND_GT_RECOVERING:ERROR
            capacity    | {"agenciesConnected":3}                                   | /agenciesConnected:AGENCIES_CONNECTED_GT_RECOVERING:ERROR
            capacity    | {"staffTrained":61}                                       | /staffTrained:STAFF_TRAINED_SUM_MISMATCH:WARNING
            capacity    | {"assistanceNeeds":null}                                  | /assistanceNeeds:REQUIRED:ERROR
            capacity    | {"staffTrained":{"noData":"NOT_COLLECTED","explanation":"-"},"staffTrainedByAgency":null} | -
            tracingData | {"recovered":1201}                                        | /recovered:RECOVERED_BY_CONTEXT_SUM_MISMATCH:WARNING /recovered:RECOVERED_BY_TYPE_SUM_MISMATCH:WARNING
            tracingData | {"traceable":1051}                                        | /traceable:CHANGE_GT_50:WARNING
            tracingData | {"traceable":1050}                                        | -
            tracingData | {"traceable":1201}                                        | /traceable:TRACEABLE_GT_RECOVERED:ERROR /traceable:CHANGE_GT_50:WARNING
            tracingData | {"submitted":1201,"tracedByResult":null}                  | /submitted:SUBMITTED_GT_RECOVERED:ERROR
            tracingData | {"submittedWithinDeadline":951}                           | /submittedWithinDeadline:WITHIN_DEADLINE_GT_SUBMITTED:ERROR
            tracingData | {"traced":951,"originOtherwiseEstablished":0}             | /traced:TRACED_GT_SUBMITTED:ERROR
            tracingData | {"originOtherwiseEstablished":591}                        | /originOtherwiseEstablished:ORIGIN_GT_RECOVERED:ERROR
            tracingData | {"submitted":949}                                         | /submitted:TRACED_BY_RESULT_SUM_MISMATCH:WARNING
            tracingData | {"submitted":1200,"tracedByResult":null}                  | /submitted:RATE_100_TWO_YEARS:WARNING
            tracingData | {"submitted":null,"tracedByResult":null}                  | /submitted:REQUIRED:ERROR
            tracingData | {"coverage":"PARTIAL"}                                    | /coverageNote:REQUIRED:ERROR
            sharing     | {"resultsShared":611}                                     | /resultsShared:RESULTS_SHARED_GT_TRACED:ERROR
            sharing     | {"resultsSharedWithin30Days":581}                         | /resultsSharedWithin30Days:WITHIN_30_DAYS_GT_SHARED:ERROR
            sharing     | {"year":2025}                                             | /year:YEAR_NOT_OVER:ERROR
            """)
    void ruleIsFound_whenBroken(String form, String change, @Nullable String expected) throws IOException {
        Form read = FormFiles.read(Path.of("processes/firearms-tracing", form + ".form"));
        ObjectNode values = sample(form);
        values.setAll((ObjectNode) JSON.readTree(change));
        Map<String, Object> previous =
                form.equals("tracingData") ? Map.of("recovered", 900, "submitted", 900, "traceable", 700) : Map.of();
        Map<String, Object> answers = Map.of(
                "S2",
                map(sample("directive")),
                "S4",
                List.of(map(sample("tracingData").put("year", 2024))));

        CheckedForm checked = FORMS.check(read, values, context(answers, previous), FormTexts.english());

        assertThat(checked.findings().stream()
                        .map(finding -> finding.field() + ":" + finding.code() + ":" + finding.severity()))
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
    }

    private static ObjectNode sample(String form) throws IOException {
        Path own = SAMPLES.resolve(form + ".json");
        Path shown = Path.of("src/main/resources/demo/values", form + ".json");
        return (ObjectNode) JSON.readTree(Files.readAllBytes(Files.exists(own) ? own : shown));
    }

    /** What the samples of the package's other stages say, by the stage's short code; of a yearly stage for two years. */
    private static Map<String, Object> answers(Path folder) throws IOException {
        var answers = new HashMap<String, Object>();
        String model = Files.readString(folder.resolve(folder.getFileName() + ".bpmn"));
        boolean yearly = false;
        String stage = "";
        Matcher found = STAGE_DUE_OR_FORM.matcher(model);
        while (found.find()) {
            if (found.group(1) != null) {
                stage = found.group(1);
            } else if (found.group(2) != null) {
                yearly = found.group(2).startsWith("Y") && !model.contains("name=\"anchor\" value=\"Y\"");
            } else if (yearly) {
                Map<String, Object> year = map(sample(found.group(3)));
                answers.put(stage, List.of(both(year, Map.of("year", 2024)), both(year, Map.of("year", 2025))));
            } else {
                answers.merge(stage, map(sample(found.group(3))), CommitmentFormsTests::both);
            }
        }
        return answers;
    }

    private static Object both(Object left, Object right) {
        var both = new HashMap<Object, Object>((Map<?, ?>) left);
        both.putAll((Map<?, ?>) right);
        return both;
    }

    private static Map<String, Object> map(ObjectNode values) {
        return JSON.convertValue(values, new TypeReference<>() {});
    }

    private static FormContext context(Map<String, Object> answers, Map<String, Object> previous) {
        Map<String, Object> cycle =
                Map.of("adoptionDate", LocalDate.of(2024, 4, 9), "meetingDate", LocalDate.of(2026, 10, 15));
        return new FormContext(answers, 2024, LocalDate.of(2025, 3, 3), cycle, previous)
                .with(List.of(
                        new AttachedDocument("DOCUMENT", "EV-RPT", Map.of("en", "Document"), "document.pdf", "")));
    }
}

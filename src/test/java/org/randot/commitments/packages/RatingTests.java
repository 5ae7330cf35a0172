package org.randot.commitments.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.engine.Deployments;
import org.springframework.test.context.TestConstructor;

/** The vectors and boundaries of domain.md 6.2 and 8.3, by the deployed decision tables. */
@IntegrationTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RatingTests {
    private final Deployments deployments;

    RatingTests(Deployments deployments) {
        this.deployments = deployments;
    }

    /** Facts about one undertaking, and how it must be rated. */
    record Vector(String name, Map<String, Object> facts, String level, String delivery) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Vector vector(String name, String level, String delivery, Object... facts) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "allNotApplicable", false,
                "everSubmitted", true,
                "notReportedByCutOff", false,
                "progress", 50.0,
                "lateFollowUp", false,
                "suspended", false,
                "mandatoryOverdueDaysMax", 0,
                "mandatoryOverdueCount", 0,
                "returnedMandatoryOverdue", false,
                "otherOverdue", false));
        all.put("dueSoonLessThanHalf", false);
        for (int i = 0; i < facts.length; i += 2) {
            all.put((String) facts[i], facts[i + 1]);
        }
        return new Vector(name, all, level, delivery);
    }

    static List<Vector> vectors() {
        return List.of(
                vector("V5", "PARTIALLY_IMPLEMENTED", "ON_TRACK", "progress", 55.0),
                vector("V6", "INITIAL", "ON_TRACK", "progress", 10.0 / 85 * 100),
                vector("V7", "IMPLEMENTED", "COMPLETED", "progress", 85.0 / 85 * 100),
                vector(
                        "V8",
                        "PARTIALLY_IMPLEMENTED",
                        "AT_RISK",
                        "mandatoryOverdueDaysMax",
                        45,
                        "mandatoryOverdueCount",
                        1),
                vector(
                        "V9",
                        "PARTIALLY_IMPLEMENTED",
                        "OFF_TRACK",
                        "mandatoryOverdueDaysMax",
                        46,
                        "mandatoryOverdueCount",
                        1),
                vector("V10 all drafted", "PARTIALLY_IMPLEMENTED", "ON_TRACK"),
                vector("V10 less than half", "PARTIALLY_IMPLEMENTED", "AT_RISK", "dueSoonLessThanHalf", true),
                vector(
                        "V11",
                        "NO_REPORT",
                        "OFF_TRACK",
                        "everSubmitted",
                        false,
                        "progress",
                        0.0,
                        "mandatoryOverdueDaysMax",
                        530,
                        "mandatoryOverdueCount",
                        3),
                vector(
                        "V12 the year not reported",
                        "NO_REPORT",
                        "ON_TRACK",
                        "notReportedByCutOff",
                        true,
                        "progress",
                        80.0),
                vector("V21", "PARTIALLY_IMPLEMENTED", "AT_RISK", "progress", 100.0, "lateFollowUp", true),
                vector(
                        "V22",
                        "PARTIALLY_IMPLEMENTED",
                        "OFF_TRACK",
                        "mandatoryOverdueDaysMax",
                        1,
                        "mandatoryOverdueCount",
                        2),
                vector("V23", "PARTIALLY_IMPLEMENTED", "AT_RISK", "otherOverdue", true),
                vector(
                        "V24",
                        "NOT_APPLICABLE",
                        "NOT_APPLICABLE",
                        "allNotApplicable",
                        true,
                        "everSubmitted",
                        true,
                        "progress",
                        0.0),
                vector("nothing approved", "NOT_STARTED", "ON_TRACK", "progress", 0.0),
                vector("39.9", "INITIAL", "ON_TRACK", "progress", 39.9),
                vector("40.0", "PARTIALLY_IMPLEMENTED", "ON_TRACK", "progress", 40.0),
                vector("just short of all", "PARTIALLY_IMPLEMENTED", "ON_TRACK", "progress", 99.99),
                vector(
                        "a returned stage is overdue",
                        "PARTIALLY_IMPLEMENTED",
                        "OFF_TRACK",
                        "mandatoryOverdueDaysMax",
                        1,
                        "mandatoryOverdueCount",
                        1,
                        "returnedMandatoryOverdue",
                        true),
                vector(
                        "suspended",
                        "PARTIALLY_IMPLEMENTED",
                        "SUSPENDED",
                        "suspended",
                        true,
                        "mandatoryOverdueDaysMax",
                        100,
                        "mandatoryOverdueCount",
                        2),
                vector("done and suspended", "IMPLEMENTED", "COMPLETED", "suspended", true, "progress", 100.0));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void ratesAsTheDomainSays(Vector vector) {
        // when
        Map<String, Object> level = deployments.decide("implementation-level", vector.facts());
        Map<String, Object> delivery = deployments.decide("delivery", vector.facts());
        // then
        assertThat(level).containsEntry("level", vector.level()).containsKey("reason");
        assertThat(delivery).containsEntry("delivery", vector.delivery()).containsKey("reason");
    }

    @Test
    void remindsOnTheDaysOfTheProfile() {
        assertThat(offsets("R1")).containsExactly(-30, -14, -7, -1, 0, 7, 14, 30);
        assertThat(offsets("R2")).containsExactly(-90, -60, -30, -14, -7, 0, 14, 30);
        assertThat(offsets("R3")).containsExactly(-60, -30, -14, -7, -3, -1, 0, 3, 7, 14);
        assertThat(offsets("R4")).containsExactly(-14, -7, 0, 3, 7);
        assertThat(deployments.decideAll("reminder-profiles", Map.of("profile", "R3")))
                .last()
                .satisfies(row -> assertThat(row).containsEntry("repeat", 14));
    }

    @Test
    void escalatesOnTheDaysOfTheLadder() {
        assertThat(steps("X1")).containsExactly("7 ALTERNATES", "7 SECRETARIAT", "21 MISSION_OBSERVER", "46 CHAIR");
        assertThat(steps("X2")).containsExactly("3 ALTERNATES", "10 MISSION_OBSERVER", "10 SECRETARIAT", "20 CHAIR");
        assertThat(steps("XR")).containsExactly("7 SECOND_REVIEWER", "14 CHAIR", "28 SECRETARIAT");
    }

    private List<Object> offsets(String profile) {
        return deployments.decideAll("reminder-profiles", Map.of("profile", profile)).stream()
                .map(row -> row.get("offset"))
                .toList();
    }

    private List<String> steps(String ladder) {
        return deployments.decideAll("escalation-ladders", Map.of("escalation", ladder)).stream()
                .map(row -> row.get("offset") + " " + row.get("audience"))
                .toList();
    }
}

package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.status.Delivery;
import org.randot.commitments.status.Level;
import org.randot.commitments.status.Status;
import org.randot.commitments.undertakings.UndertakingView.StageView;
import org.springframework.beans.factory.annotation.Autowired;

/** From the launch to the last milestone, and what the matrix says along the way. */
class CompletePathTests extends Stories {
    @Autowired
    private ObjectMapper json;

    @EveryPackage
    void isImplementedAndCompleted_whenEveryMilestoneIsApproved(Commitment any) {
        Drive drive = launched(any).goesAllTheWay();

        assertThat(drive.rating().level()).isEqualTo(Level.IMPLEMENTED);
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.COMPLETED);
        assertThat(drive.rating().progress()).isEqualByComparingTo("100");
        assertThat(drive.process()).isEmpty();
        assertThat(count(
                        "select count(*) from undertaking where ended and key = ?",
                        drive.key().toString()))
                .isEqualTo(1);
    }

    @EveryPackage
    void waitsAtTheFirstTasks_whenLaunched(Commitment any) {
        AbstractAssertions.init(bean(ProcessEngine.class));
        Drive drive = launched(any);

        String[] first = any.stages().stream()
                .filter(stage -> stage.after().isEmpty() && !stage.yearly())
                .map(stage -> stage.tasks().get(0).element())
                .toArray(String[]::new);
        BpmnAwareTests.assertThat(drive.process().orElseThrow()).isWaitingAt(first);
        assertThat(drive.rating().level()).isEqualTo(Level.NO_REPORT);
        assertThat(drive.rating().delivery()).isEqualTo(Delivery.ON_TRACK);
        assertThat(drive.rating().progress()).isEqualByComparingTo("0");
    }

    @EveryPackage
    void opensStagesInTheirOrderAndCountsTheirWeights_whenMilestonesAreApproved(Commitment any) {
        Drive drive = launched(any);

        drive.goesAllTheWay(done -> {
            for (StageView stage : drive.view().stages()) {
                assertThat(stage.status().name().equals("NOT_STARTED"))
                        .as("%s is not open after %s", stage.stage(), done)
                        .isEqualTo(!mayBeOpen(drive, stage.stage()));
            }
            int approved = any.stages().stream()
                    .filter(stage -> drive.isSettled(stage.code()))
                    .mapToInt(Commitment.Stage::weight)
                    .sum();
            assertThat(drive.rating().progress()).as("after %s", done).isEqualByComparingTo(percent(approved, 100));
            assertThat(drive.rating().level()).as("after %s", done).isEqualTo(level(approved));
        });
    }

    private static boolean mayBeOpen(Drive drive, StageKey stage) {
        Integer year = stage.year();
        return drive.definition(stage).after().stream().allMatch(drive::isSettled)
                && (year == null || !drive.today().isBefore(LocalDate.of(year, 12, 1)));
    }

    private static Level level(int approved) {
        if (approved == 0) {
            return Level.NOT_STARTED;
        }
        if (approved < 40) {
            return Level.INITIAL;
        }
        return approved < 100 ? Level.PARTIALLY_IMPLEMENTED : Level.IMPLEMENTED;
    }

    static BigDecimal percent(int part, int whole) {
        return BigDecimal.valueOf(part * 100.0 / whole).setScale(1, RoundingMode.HALF_UP);
    }

    /** Vectors of domain.md 8.3 and boundaries of 6.2, as data. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/scenarios/vectors.csv", numLinesToSkip = 1)
    void isRatedAsTheVectorsSay(
            String vector, String code, String approved, String notApplicable, BigDecimal progress, Level level) {
        Commitment commitment = bean(Catalogue.class).byCode(code);
        Drive drive = launched(commitment);
        List<String> wanted = words(approved);
        List<String> left = words(notApplicable);
        for (int round = 0; round < 40 && !drivenTo(drive, wanted, left); round++) {
            List<StageKey> ready = drive.readyStages();
            ready.stream().filter(stage -> wanted.contains(stage.code())).forEach(drive::completes);
            ready.stream()
                    .filter(stage -> left.contains(stage.code()))
                    .forEach(stage -> drive.asksNotApplicable(stage).isAcceptedAsNotApplicable(stage));
            drive.afterDays(round == 0 ? 1 : 30);
        }

        assertThat(drivenTo(drive, wanted, left)).isTrue();
        assertThat(drive.rating().progress()).isEqualByComparingTo(progress);
        assertThat(drive.rating().level()).isEqualTo(level);
    }

    private static boolean drivenTo(Drive drive, List<String> approved, List<String> notApplicable) {
        return approved.stream().allMatch(drive::isSettled)
                && notApplicable.stream().allMatch(drive::isSettled);
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    @EveryPackage
    void showsAnyPastDateAsItWasThen(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        Map<LocalDate, String> seen = new LinkedHashMap<>();
        seen.put(drive.today(), matrix(drive));
        drive.on(FIRST_DAY.plusDays(9)).submits(first);
        seen.put(drive.today(), matrix(drive));
        drive.on(FIRST_DAY.plusDays(10)).isFoundComplete(first).isReturned(first);
        seen.put(drive.today(), matrix(drive));
        drive.on(drive.due(first).plusDays(50));
        seen.put(drive.today(), matrix(drive));
        drive.afterDays(1).goesAllTheWay();
        seen.put(drive.today(), matrix(drive));
        drive.afterDays(20);

        seen.forEach((day, then) -> assertThat(json(drive.matrix(Optional.of(day))))
                .as("on %s", day)
                .isEqualTo(then));
        assertThat(seen.values()).doesNotHaveDuplicates();
    }

    @EveryPackage
    void isTheSameByteForByte_whenTheMatrixIsRebuilt(Commitment any) {
        List<Drive> drives = launched(any, "ARG", "BRA");
        drives.get(0).goesAllTheWay();
        StageKey first = drives.get(1).firstStage();
        drives.get(1).drafts(first).completes(first);
        String before = matrix(drives.get(0));

        DataScope.SYSTEM.run(() -> bean(Status.class).rebuild());

        assertThat(matrix(drives.get(0))).isEqualTo(before).contains("ARG", "BRA");
    }

    private String matrix(Drive drive) {
        return json(drive.matrix(Optional.empty()));
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new AssertionError(failure);
        }
    }
}

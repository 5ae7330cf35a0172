package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessEngineAdapter;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Commitment;

/**
 * One undertaking that meets everything that can happen to a stage, in each of its stages: no node and no flow of its process, or of the
 * milestone review, may be left out. The reports stand in {@code target/process-test-coverage}.
 */
class ProcessCoverageTests extends Stories {
    private static final String MILESTONE_REVIEW = "milestone-review";
    private static final int PAST_THE_FIRST_ESCALATION = 8;
    private static final int MOST_ROUNDS = 30;

    @EveryPackage
    void passesEveryNodeAndEveryFlow_whenEachStageLivesThroughEverything(Commitment any) {
        DefaultCollector coverage = collector(any.key());

        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        drive.asksNotApplicable(first).isRejectedAsNotApplicable(first);
        for (int round = 0; round < MOST_ROUNDS && !drive.isSettled(); round++) {
            List<StageKey> ready = drive.readyStages();
            if (ready.isEmpty()) {
                drive.afterDays(30);
            } else {
                liveThroughEverything(drive, ready);
            }
        }
        CoverageReportUtil.createReport(coverage, CoverageReportUtil.TARGET_DIR_ROOT);
        CoverageReportUtil.createJsonReport(coverage, CoverageReportUtil.TARGET_DIR_ROOT);

        assertThat(drive.isSettled()).isTrue();
        for (String process : List.of(any.key(), MILESTONE_REVIEW)) {
            assertThat(missed(coverage, process))
                    .as("not passed in %s", process)
                    .isEmpty();
            assertThat(coverage.getActiveSuite().calculateCoverage(model(coverage, process)))
                    .as("coverage of %s", process)
                    .isEqualTo(1.0);
        }
    }

    private static void liveThroughEverything(Drive drive, List<StageKey> stages) {
        LocalDate last =
                stages.stream().map(drive::due).max(Comparator.naturalOrder()).orElseThrow();
        drive.on(last.plusDays(PAST_THE_FIRST_ESCALATION));
        stages.forEach(stage -> drive.submits(stage).recalls(stage));
        stages.forEach(stage -> drive.submits(stage).isFoundIncomplete(stage));
        stages.forEach(drive::submits);
        drive.afterDays(10); // nobody checks in time
        drive.afterDays(30); // nobody reviews in time
        stages.forEach(drive::isReturned);
        stages.forEach(drive::completes);
        drive.now();
    }

    private DefaultCollector collector(String name) {
        DefaultCollector coverage = new DefaultCollector(new ExecutionContextModelProvider());
        coverage.createSuite(new Suite(name, name));
        coverage.activateSuite(name);
        coverage.createRun(new Run(name, name), name);
        coverage.activateRun(name);
        new ProcessEngineAdapter(bean(ProcessEngine.class), coverage).initializeListeners();
        return coverage;
    }

    private static Model model(DefaultCollector coverage, String process) {
        return coverage.getModels().stream()
                .filter(model -> model.getKey().equals(process))
                .findFirst()
                .orElseThrow();
    }

    /** Ids of the nodes and flows of the model that were not passed. */
    private static Set<String> missed(DefaultCollector coverage, String process) {
        BpmnModelInstance drawn = Bpmn.readModelFromStream(
                new ByteArrayInputStream(model(coverage, process).getXml().getBytes(StandardCharsets.UTF_8)));
        Set<String> passed = coverage.getActiveSuite().getEvents(process).stream()
                .map(Event::getDefinitionKey)
                .collect(Collectors.toSet());
        return Stream.<ModelElementInstance>concat(
                        drawn.getModelElementsByType(FlowNode.class).stream(),
                        drawn.getModelElementsByType(SequenceFlow.class).stream())
                .map(element -> element.getAttributeValue("id"))
                .filter(id -> !passed.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

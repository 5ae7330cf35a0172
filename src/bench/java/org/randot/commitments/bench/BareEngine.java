package org.randot.commitments.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;

/** Camunda 7.24 as shipped, in process, on the same PostgreSQL: the same steps with the answers as variables, a timer standing by. */
final class BareEngine implements AutoCloseable {
    private static final String PROCESS = "bare";

    private final ProcessEngine engine;

    BareEngine(String url, String user, String password) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setJdbcUrl(url);
        configuration.setJdbcDriver("org.postgresql.Driver");
        configuration.setJdbcUsername(user);
        configuration.setJdbcPassword(password);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "bare.bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(365)
                                .startEvent()
                                .userTask("fill")
                                .boundaryEvent()
                                .cancelActivity(false)
                                .timerWithDuration("P30D")
                                .endEvent()
                                .moveToActivity("fill")
                                .userTask("check")
                                .userTask("review")
                                .endEvent()
                                .done())
                .deploy();
    }

    void start(int instances) {
        IntStream.range(0, instances)
                .forEach(number -> engine.getRuntimeService().startProcessInstanceByKey(PROCESS, "bare-" + number));
    }

    List<Runnable> complete(String step, int count) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(step).listPage(0, count).stream()
                .<Runnable>map(task -> () -> engine.getTaskService().complete(task.getId(), values(step)))
                .toList();
    }

    private static Map<String, Object> values(String step) {
        return step.equals("fill")
                ? Map.of("recovered", 1200, "submitted", 950, "traced", 610, "authority", "National Tracing Centre", "note", "One firearm, one count.")
                : Map.of("decision", "APPROVE");
    }

    @Override
    public void close() {
        engine.close();
    }
}

package org.randot.commitments.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.randot.commitments.engine.sandbox.Canary;
import org.randot.commitments.engine.sandbox.Gadget;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** All gadgets through the engine's own door, with the check and without it. */
@EngineTest
class EngineWallsTests {
    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Processes processes;

    @Autowired
    private Deployments deployments;

    @Autowired
    private TimeTravel time;

    @Test
    void refusesEveryGadget_whenItIsDeployedByWhateverWay() throws IOException {
        Canary.hush();
        try (ServerSocket socket = listening()) {
            long before = engine.getRepositoryService().createDeploymentQuery().count();
            for (Gadget gadget : Gadget.all(socket.getLocalPort())) {
                assertThat(catchThrowable(() -> deploy(gadget)))
                        .as(gadget.name())
                        .isInstanceOf(ModelRefused.class);
                assertThatThrownBy(() -> deployments.deploy("g", Map.of(gadget.file(), gadget.content())))
                        .isInstanceOf(ModelRefused.class);
            }
            assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                    .isEqualTo(before);
            assertNothingHappened(socket);
        }
    }

    @Test
    void runsNothing_whenTheCheckIsSwitchedOff() throws IOException {
        Canary.hush();
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        List<Deployer> all = configuration.getDeployers();
        try (ServerSocket socket = listening()) {
            configuration
                    .getDeploymentCache()
                    .setDeployers(all.stream()
                            .filter(deployer -> !(deployer instanceof ModelGate))
                            .toList());
            int deployed = 0;
            for (Gadget gadget : Gadget.all(socket.getLocalPort())) {
                if (!gadget.heavy()) {
                    deployed += tryOut(gadget) ? 1 : 0;
                    assertThat(Canary.sang()).as(gadget.name()).isFalse();
                }
            }
            assertThat(deployed).as("gadgets that only the walls stopped").isGreaterThan(30);
            assertNothingHappened(socket);
        } finally {
            configuration.getDeploymentCache().setDeployers(all);
        }
    }

    @Test
    void refusesOtherFiles_whenTheyAreDeployed() {
        assertThat(catchThrowable(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addString("g.cmmn", "<x/>")
                        .deploy()))
                .isInstanceOf(ModelRefused.class);
    }

    @Test
    void wouldSing_whenThereWereNoWalls() {
        Canary.hush();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> new JuelExpressionManager()
                        .createExpression("${" + Canary.PAYLOAD + ".waitFor()}")
                        .getValue(StartProcessVariableScope.getSharedInstance()));
        assertThat(Canary.sang()).isTrue();
        Canary.hush();
    }

    /** @return whether the engine took it */
    private boolean tryOut(Gadget gadget) {
        Deployment deployment;
        try {
            deployment = deploy(gadget);
        } catch (RuntimeException refusedByTheEngine) {
            return false;
        }
        String key = "GADGET:ARG:" + Ids.next();
        catchThrowable(() -> DataScope.SYSTEM.run(() -> processes.start("g", key, "ARG")));
        catchThrowable(() -> DataScope.SYSTEM.run(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .listPage(0, 10)
                .forEach(task -> {
                    catchThrowable(() -> engine.getFormService().getTaskFormData(task.getId()));
                    catchThrowable(() -> processes.complete(task.getId(), Map.of()));
                })));
        catchThrowable(() -> time.runDueJobs());
        catchThrowable(() -> deployments.decide("g", Map.of()));
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        return true;
    }

    private Deployment deploy(Gadget gadget) {
        return engine.getRepositoryService()
                .createDeployment()
                .addInputStream(gadget.file(), new ByteArrayInputStream(gadget.content()))
                .deploy();
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static void assertNothingHappened(ServerSocket socket) throws IOException {
        assertThat(Canary.sang()).isFalse();
        socket.setSoTimeout(300);
        @Nullable Throwable nobody = catchThrowable(socket::accept);
        assertThat(nobody).isInstanceOf(SocketTimeoutException.class);
    }
}

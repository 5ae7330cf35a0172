package org.randot.commitments.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.MovableClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How our engine differs from Camunda's defaults: the walls of the sandbox, no history, no metrics, ids that grow, facts for the domain. */
@Component
@Order(Integer.MAX_VALUE)
class LeanEngine extends AbstractProcessEnginePlugin {
    private static final String FEEL = DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE;
    /** The engine's parser fetches schemas that a model names; only those inside its own jar may be read, also when the jar lies in ours. */
    private static final String LOCAL_SCHEMAS = "file,jar:file,jar:nested,nested";

    private static final int MOST_RESULTS = 10_000;

    private final Vocabulary vocabulary;
    private final ModelGate gate;
    private final Tenants tenants;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    LeanEngine(
            Vocabulary vocabulary,
            ModelGate gate,
            Tenants tenants,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.vocabulary = vocabulary;
        this.gate = gate;
        this.tenants = tenants;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        raiseWalls(engine);
        throwOutBallast(engine);
        engine.setIdGenerator(() -> Ids.next().toString());
        engine.setTenantIdProvider(tenants);
        engine.setTenantCheckEnabled(true);
        engine.setDefaultNumberOfRetries(5);
        engine.setFailedJobRetryTimeCycle("PT10S,PT1M,PT10M,PT1H");
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setCustomPostBPMNParseListeners(
                CopyOf.list(engine.getCustomPostBPMNParseListeners(), new ProcessFacts(events)));
        engine.setCustomPreCommandInterceptorsTxRequired(commands());
        engine.setCustomPreCommandInterceptorsTxRequiresNew(commands());
    }

    private void raiseWalls(ProcessEngineConfigurationImpl engine) {
        System.setProperty("javax.xml.accessExternalSchema", LOCAL_SCHEMAS);
        engine.setExpressionManager(new SandboxExpressions(vocabulary));
        engine.setBpmnParseFactory(ParseWall::new);
        engine.setArtifactFactory(new NoClasses());
        engine.setScriptEngineResolver(new NoScripts());
        engine.setCustomPreDeployers(CopyOf.list(engine.getCustomPreDeployers(), gate));
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableXxeProcessing(false);
        engine.setQueryMaxResultsLimit(MOST_RESULTS);
        engine.setDmnEngineConfiguration(feelOnly());
    }

    private static DefaultDmnEngineConfiguration feelOnly() {
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.setDefaultInputExpressionExpressionLanguage(FEEL);
        decisions.setDefaultInputEntryExpressionLanguage(FEEL);
        decisions.setDefaultOutputEntryExpressionLanguage(FEEL);
        decisions.setDefaultLiteralExpressionLanguage(FEEL);
        return decisions;
    }

    private static void throwOutBallast(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryCleanupEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setAuthorizationEnabled(false);
    }

    private List<CommandInterceptor> commands() {
        return List.of(new EngineCommands(clock));
    }
}

package org.randot.commitments.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.randot.commitments.shared.DataScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine's check of tenants lets everything through when nobody is signed in. So every call names the states it may see, taken
 * from the {@link DataScope}, and a call without scope is refused.
 */
@Component
class EngineGate {
    private static final String EVERY = "*";
    private final ObjectProvider<ProcessEngine> engine;

    EngineGate(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    ProcessEngine engine() {
        return engine.getObject();
    }

    /** Runs work with the tenants of the current scope. */
    <T> T call(Supplier<T> work) {
        DataScope scope = DataScope.current();
        if (scope.readable().isEmpty() && scope.own().isEmpty()) {
            throw new IllegalStateException("The engine is asked without a data scope");
        }
        IdentityService identity = engine().getIdentityService();
        Authentication before = identity.getCurrentAuthentication();
        try {
            authenticate(identity, scope.readable());
            return work.get();
        } finally {
            identity.clearAuthentication();
            if (before != null) {
                identity.setAuthentication(before);
            }
        }
    }

    /** Runs work inside one command of the engine. */
    <T> T command(Function<CommandContext, T> work) {
        return call(() -> ((ProcessEngineConfigurationImpl) engine().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(work::apply));
    }

    static boolean isVisible(String state) {
        Set<String> readable = DataScope.current().readable();
        return readable.contains(EVERY) || readable.contains(state);
    }

    private static void authenticate(IdentityService identity, Set<String> states) {
        if (states.contains(EVERY)) {
            identity.clearAuthentication();
        } else {
            identity.setAuthentication("state", List.of(), List.copyOf(states));
        }
    }
}

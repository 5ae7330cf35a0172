package org.randot.commitments.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tenant of a process is the state it is about: named at the start, handed on to called processes. None starts without. */
@Component
class Tenants implements TenantIdProvider {
    private final ThreadLocal<String> starting = new ThreadLocal<>();

    <T> T starting(String state, Supplier<T> start) {
        starting.set(state);
        try {
            return start.get();
        } finally {
            starting.remove();
        }
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        DelegateExecution caller = context.getSuperExecution();
        String state = caller == null ? starting.get() : caller.getTenantId();
        if (state == null) {
            throw new IllegalStateException("A process must start for a state: "
                    + context.getProcessDefinition().getKey());
        }
        return state;
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return null;
    }
}

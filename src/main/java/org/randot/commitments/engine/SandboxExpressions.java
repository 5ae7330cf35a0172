package org.randot.commitments.engine;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;

/** Expressions that see the published names and a few variables, and no object behind them (security.md 4). */
final class SandboxExpressions extends JuelExpressionManager {
    private final Vocabulary vocabulary;

    SandboxExpressions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    protected ELResolver createElResolver() {
        return new SandboxResolver(vocabulary);
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public java.lang.reflect.@org.jspecify.annotations.Nullable Method resolveFunction(
                    String prefix, String localName) {
                return null;
            }
        };
    }
}

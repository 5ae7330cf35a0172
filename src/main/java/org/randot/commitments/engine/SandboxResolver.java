package org.randot.commitments.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.jspecify.annotations.Nullable;

/** The only resolver of expressions: published words and steps first, so that no variable can shadow them, then simple variables. */
final class SandboxResolver extends ELResolver {
    private static final String EXECUTION = "execution";
    private static final String BUSINESS_KEY = "processBusinessKey";

    private final Vocabulary vocabulary;

    SandboxResolver(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        context.setPropertyResolved(true);
        String name = String.valueOf(property);
        if (base == null) {
            return named(context, name);
        }
        if (base instanceof PublishedWord word) {
            return call(context, word, name, new Object[0]);
        }
        if (base instanceof Execution execution && BUSINESS_KEY.equals(name)) {
            return execution.businessKey();
        }
        throw refused(name);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object method,
            Class<?> @Nullable [] types,
            Object @Nullable [] arguments) {
        context.setPropertyResolved(true);
        if (base instanceof PublishedWord word) {
            return call(context, word, String.valueOf(method), arguments == null ? new Object[0] : arguments);
        }
        throw refused(String.valueOf(method));
    }

    private @Nullable Object named(ELContext context, String name) {
        PublishedWord word = vocabulary.word(name);
        if (word != null) {
            return word;
        }
        Step step = vocabulary.step(name);
        if (step != null) {
            return new StepDelegate(step);
        }
        if (EXECUTION.equals(name)) {
            return new Execution(here(context).undertaking());
        }
        return variable(context, name);
    }

    private static @Nullable Object variable(ELContext context, String name) {
        if (context.getContext(VariableScope.class) instanceof VariableScope scope && scope.hasVariable(name)) {
            return simple(name, scope.getVariable(name));
        }
        if (context.getContext(VariableContext.class) instanceof VariableContext variables) {
            TypedValue value = variables.resolve(name);
            return value == null ? null : simple(name, value.getValue());
        }
        if (Contract.VARIABLES.contains(name)) {
            return null;
        }
        throw refused(name);
    }

    private static @Nullable Object simple(String name, @Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw refused(name);
    }

    private static @Nullable Object call(ELContext context, PublishedWord word, String method, Object[] arguments) {
        ExpressionFactory factory = (ExpressionFactory) context.getContext(ExpressionFactory.class);
        return word.call(method, arguments, () -> here(context), factory::coerceToType);
    }

    private static StepContext here(ELContext context) {
        if (context.getContext(VariableScope.class) instanceof VariableScope scope) {
            return Whereabouts.of(scope);
        }
        throw new ELException("Not within a running process");
    }

    private static ELException refused(String name) {
        return new ELException("Models may not name " + name);
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        throw refused(String.valueOf(property));
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        throw refused(String.valueOf(property));
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        context.setPropertyResolved(true);
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return List.<FeatureDescriptor>of().iterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }

    /** All of an execution that a model may see. */
    private record Execution(String businessKey) {}
}

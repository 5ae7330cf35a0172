package org.randot.commitments.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** What an expression holds when it names a {@link Word}: a closed box that answers its callable methods and nothing else. */
final class PublishedWord {
    private final Word word;
    private final List<Method> methods;

    PublishedWord(Word word, List<Method> methods) {
        this.word = word;
        this.methods = methods;
        methods.forEach(ReflectionUtils::makeAccessible);
    }

    @Nullable
    Method find(String name, int arguments) {
        return methods.stream()
                .filter(method -> method.getName().equals(name) && given(method) == arguments)
                .findFirst()
                .orElse(null);
    }

    /** Calls a callable method. {@code coercion} turns an argument of the expression into the parameter's type. */
    @Nullable
    Object call(String name, Object[] arguments, Supplier<StepContext> here, Coercion coercion) {
        Method method = find(name, arguments.length);
        if (method == null) {
            throw new ELException("Models may not call " + word.word() + "." + name);
        }
        Class<?>[] types = method.getParameterTypes();
        Object[] values = new Object[types.length];
        int offset = types.length - arguments.length;
        if (offset == 1) {
            values[0] = here.get();
        }
        for (int index = 0; index < arguments.length; index++) {
            values[offset + index] = coercion.coerce(arguments[index], types[offset + index]);
        }
        return ReflectionUtils.invokeMethod(method, word, values);
    }

    private static int given(Method method) {
        boolean placed = Arrays.stream(method.getParameterTypes())
                .findFirst()
                .filter(StepContext.class::equals)
                .isPresent();
        return method.getParameterCount() - (placed ? 1 : 0);
    }

    interface Coercion {
        @Nullable
        Object coerce(@Nullable Object value, Class<?> type);
    }
}

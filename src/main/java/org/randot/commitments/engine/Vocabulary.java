package org.randot.commitments.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.sandbox.PublishedNames;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** All that models may name: the {@link Step}s and the callable methods of the {@link Word}s. Looked up late, since they use the engine themselves. */
@Component
class Vocabulary implements PublishedNames {
    private final ListableBeanFactory beans;
    private volatile @Nullable Map<String, PublishedWord> words;

    Vocabulary(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Nullable
    Step step(String word) {
        return steps().contains(word) ? beans.getBean(word, Step.class) : null;
    }

    @Nullable
    PublishedWord word(String name) {
        return all().get(name);
    }

    @Override
    public Set<String> steps() {
        return new TreeSet<>(Arrays.asList(beans.getBeanNamesForType(Step.class)));
    }

    @Override
    public Set<String> words() {
        return new TreeSet<>(all().keySet());
    }

    @Override
    public boolean isCallable(String word, String method, int arguments) {
        PublishedWord found = word(word);
        return found != null && found.find(method, arguments) != null;
    }

    private Map<String, PublishedWord> all() {
        Map<String, PublishedWord> known = words;
        if (known == null) {
            known = new HashMap<>();
            for (Word word : beans.getBeansOfType(Word.class).values()) {
                known.put(word.word(), new PublishedWord(word, callable(word)));
            }
            words = known;
        }
        return known;
    }

    private static List<Method> callable(Word word) {
        return Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(AopUtils.getTargetClass(word)))
                .filter(method -> method.isAnnotationPresent(Word.Callable.class))
                .map(method -> ClassUtils.getMostSpecificMethod(method, AopUtils.getTargetClass(word)))
                .toList();
    }
}

package org.randot.commitments.scenarios;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Lives a scenario of the common machinery once with each shape of commitment that was found: yearly or not, with yearly stages,
 * with optional stages, with several tasks in a stage. With {@code -Dscenarios.all=true} once with each commitment.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(EveryShape.Found.class)
@interface EveryShape {
    final class Found implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(ExtensionContext test) {
            List<Commitment> all = SpringExtension.getApplicationContext(test)
                    .getBean(Catalogue.class)
                    .all();
            Map<String, Commitment> shapes = new LinkedHashMap<>();
            all.forEach(commitment -> shapes.putIfAbsent(
                    Boolean.getBoolean("scenarios.all") ? commitment.key() : shape(commitment), commitment));
            return shapes.values().stream().map(commitment -> Arguments.of(Named.of(commitment.key(), commitment)));
        }

        private static String shape(Commitment commitment) {
            return commitment.yearly()
                    + " " + commitment.stages().stream().anyMatch(Commitment.Stage::yearly)
                    + " " + commitment.stages().stream().anyMatch(stage -> !stage.mandatory())
                    + " "
                    + commitment.stages().stream()
                            .anyMatch(stage -> stage.tasks().size() > 1);
        }
    }
}

package org.randot.commitments.scenarios;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.randot.commitments.packages.Catalogue;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Lives a scenario once with each commitment whose folder was found, whatever it is about. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(EveryPackage.Found.class)
@interface EveryPackage {
    final class Found implements ArgumentsProvider {
        @Override
        public Stream<? extends Arguments> provideArguments(ExtensionContext test) {
            return SpringExtension.getApplicationContext(test).getBean(Catalogue.class).all().stream()
                    .map(commitment -> Arguments.of(Named.of(commitment.key(), commitment)));
        }
    }
}

package org.randot.commitments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house that modules alone do not express. */
class ArchitectureTests {
    private static final String BASE = "org.randot.commitments";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(BASE);
    private static final Pattern STATEMENT = Pattern.compile("[a-z][A-Za-z0-9]*(_(when|for|given)[A-Z][A-Za-z0-9]*)?");
    private static final Pattern COMMITMENT_WORD = Pattern.compile("\"(C[1-6]|P[1-3])([.:-][A-Z]?[0-9]*.*)?\"");

    @Test
    void importsCamunda_givenTheEngineModuleOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..", "camundajar..")
                .check(MAIN);
    }

    @Test
    void hidesEntitiesAndControllers() {
        classes().that().areAnnotatedWith(Entity.class).should().notBePublic().check(MAIN);
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .check(MAIN);
    }

    @Test
    void injectsByConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(MAIN);
    }

    @Test
    void asksTheOneClock_whenItNeedsTheTime() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".shared..")
                .should()
                .callMethodWhere(readsTheMachinesClock())
                .check(MAIN);
    }

    @Test
    void usesOurOwnTestAnnotation() {
        noClasses()
                .that()
                .areNotAssignableTo(IntegrationTest.class)
                .and()
                .areNotAnnotations()
                .should()
                .beAnnotatedWith(SpringBootTest.class)
                .check(TESTS);
    }

    @Test
    void namesTestsAsStatements() {
        methods()
                .that()
                .areAnnotatedWith(Test.class)
                .should()
                .haveNameMatching(STATEMENT.pattern())
                .check(TESTS);
    }

    @Test
    void namesNoCommitment_givenAnyJavaFile() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> found = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> lines(file)
                            .filter(line -> COMMITMENT_WORD.matcher(line).find())
                            .map(line -> file.getFileName() + ": " + line.strip()))
                    .toList();
            Assertions.assertThat(found).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static DescribedPredicate<JavaMethodCall> readsTheMachinesClock() {
        return DescribedPredicate.describe("read the machine's clock", call -> {
            JavaClass owner = call.getTargetOwner();
            return call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().isEmpty()
                    && (owner.isEquivalentTo(Instant.class)
                            || owner.isEquivalentTo(LocalDate.class)
                            || owner.isEquivalentTo(LocalDateTime.class));
        });
    }
}

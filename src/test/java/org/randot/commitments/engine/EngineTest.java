package org.randot.commitments.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The engine module alone, on a real PostgreSQL of its own: its test processes belong to no commitment, and the modules above would
 * rightly refuse their facts.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = EngineTest.Module.class,
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = "randot.database.directory=target/engine-test-database-${tests.fork:fork1}")
@ActiveProfiles("test")
@interface EngineTest {
    /** Not a component itself, so that the whole application does not pick it up. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "org.randot.commitments.engine",
                "org.randot.commitments.database",
                "org.randot.commitments.shared"
            })
    @Import({Bell.class, Bell.Steps.class})
    class Module {}
}

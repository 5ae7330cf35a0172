package org.randot.commitments.engine.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidatorContext;

/** What hostile models try to reach: a file that a shell would make, and this class, which an engine without walls would instantiate. */
public final class Canary implements JavaDelegate, ExecutionListener, TaskListener, FormFieldValidator {
    /** Relative to the working directory of the tests. */
    public static final Path FILE = Path.of("target", "canary");
    /** Sings when evaluated by an engine without walls. */
    public static final String PAYLOAD =
            "''.getClass().forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('touch target/canary')";

    private static final AtomicInteger MADE = new AtomicInteger();

    public Canary() {
        MADE.incrementAndGet();
    }

    /** Forgets earlier songs. */
    public static void hush() {
        MADE.set(0);
        try {
            Files.deleteIfExists(FILE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static boolean sang() {
        return MADE.get() > 0 || Files.exists(FILE);
    }

    @Override
    public void execute(DelegateExecution execution) {
        MADE.incrementAndGet();
    }

    @Override
    public void notify(DelegateExecution execution) {
        MADE.incrementAndGet();
    }

    @Override
    public void notify(DelegateTask task) {
        MADE.incrementAndGet();
    }

    @Override
    public boolean validate(Object value, FormFieldValidatorContext context) {
        MADE.incrementAndGet();
        return true;
    }
}

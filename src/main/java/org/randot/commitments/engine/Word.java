package org.randot.commitments.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A name that expressions in models may use, for example {@code due} in {@code ${due.on('M-P90D')}}. Only methods marked {@link
 * Callable} can be reached; a method whose first parameter is a {@link StepContext} is given the place of the call.
 */
public interface Word {
    /** The name in expressions. */
    String word();

    /** A method of a {@link Word} that models may call; without arguments it may also be written as a property. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Callable {}
}

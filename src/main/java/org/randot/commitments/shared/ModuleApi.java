package org.randot.commitments.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The public door of a module: each call is one transaction. A {@link Refusal} does not roll back, because it is thrown
 * before anything changed and the engine may go on by its error route.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Service
@Transactional(noRollbackFor = Refusal.class)
public @interface ModuleApi {}

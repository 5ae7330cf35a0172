package org.randot.commitments.shell;

import org.randot.commitments.identity.CurrentActor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for every call of the REST interface. */
@Configuration(proxyBeanMethods = false)
class RestConventions {
    /** Later than the security chain, which says who acts. */
    private static final int AFTER_SECURITY = 0;

    @Bean
    FilterRegistrationBean<RepeatableWrites> repeatableWrites(
            CurrentActor actor,
            IdempotentAnswers answers,
            PlatformTransactionManager transactions,
            Failures failures,
            Problems problems) {
        var filter = new RepeatableWrites(actor, answers, new TransactionTemplate(transactions), failures, problems);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(AFTER_SECURITY);
        registration.addUrlPatterns(RestPaths.VERSION_1 + "/*");
        return registration;
    }
}

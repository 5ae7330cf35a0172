package org.randot.commitments.identity;

import org.randot.commitments.reference.States;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests sign in with the accounts of the demonstration. */
@Configuration(proxyBeanMethods = false)
@Profile("test & !demo")
class TestAccounts {
    @Bean
    @Order(-100)
    DemoAccounts demoAccounts(
            JdbcClient jdbc,
            Passwords passwords,
            MachineTime time,
            States states,
            TransactionTemplate transaction,
            MessageSource messages) {
        return new DemoAccounts(jdbc, passwords, time, states, transaction, messages);
    }
}

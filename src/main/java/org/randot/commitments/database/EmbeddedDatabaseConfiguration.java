package org.randot.commitments.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded PostgreSQL unless {@code spring.datasource.url} names another server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}' == ''")
@EnableConfigurationProperties(DatabaseProperties.class)
class EmbeddedDatabaseConfiguration {
    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(DatabaseProperties properties) {
        return EmbeddedDatabase.start(properties);
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedDatabase database) {
        return new ApplicationConnection(
                database.url(), DatabaseRoles.APP, database.credentials().app());
    }

    @Bean
    FlywayConnectionDetails migratorConnection(EmbeddedDatabase database) {
        return new MigratorConnection(
                database.url(), DatabaseRoles.MIGRATOR, database.credentials().migrator());
    }

    private record ApplicationConnection(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    private record MigratorConnection(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}
}

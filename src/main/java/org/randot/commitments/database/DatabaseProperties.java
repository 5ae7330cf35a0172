package org.randot.commitments.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded server.
 *
 * @param directory where it keeps its data
 * @param port 0 = any free one
 * @param fresh start with an empty database each time (tests)
 * @param durable what was committed survives a power cut; off for tests only
 */
@ConfigurationProperties("randot.database")
record DatabaseProperties(
        @DefaultValue("data") Path directory,
        @DefaultValue("0") int port,
        @DefaultValue("false") boolean fresh,
        @DefaultValue("true") boolean durable) {}

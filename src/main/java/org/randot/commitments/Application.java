package org.randot.commitments;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** RANDOT Commitments: one deployable, one module a package (see {@code docs/architecture.md}). */
@SpringBootApplication
@Modulithic(systemName = "RANDOT Commitments", sharedModules = "shared")
public class Application {
    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }
}

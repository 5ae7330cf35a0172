package org.randot.commitments.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of the embedded server, drawn by lot when it is first made and kept beside its data, readable by their owner only. */
record Credentials(String superuser, String migrator, String app) {
    private static final String FILE = "credentials.properties";

    static Credentials in(Path home) throws IOException {
        Path file = home.resolve(FILE);
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                kept.load(in);
            }
        } else {
            for (String name : new String[] {"superuser", "migrator", "app"}) {
                kept.setProperty(name, random());
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                kept.store(out, "Passwords of the embedded PostgreSQL in this directory");
            }
            DataDirectory.ownerOnly(file);
        }
        return new Credentials(kept.getProperty("superuser"), kept.getProperty("migrator"), kept.getProperty("app"));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

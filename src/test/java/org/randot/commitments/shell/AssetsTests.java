package org.randot.commitments.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a working page loads the first time stays small, and nothing is asked of another host (design.md 6). */
class AssetsTests {
    private static final Path ASSETS = Path.of("target/classes/static/assets");
    private static final long LIMIT = 200_000;
    private static final long PAGE_ITSELF = 25_000;

    @BeforeEach
    void needsTheBuiltAssets() {
        assumeThat(ASSETS.resolve("app.css")).as("built by Maven").exists();
    }

    @Test
    void areSmallEnoughForASlowLine() throws IOException {
        long size = PAGE_ITSELF + compressed(ASSETS.resolve("app.css")) + compressed(ASSETS.resolve("app.js"));
        for (Path font : fonts("PublicSans-Regular", "PublicSans-Bold-")) {
            size += Files.size(font);
        }
        assertThat(size).isLessThan(LIMIT);
    }

    @Test
    void askNothingOfAnotherHost() throws IOException {
        for (String style : List.of("app.css", "diagram.css")) {
            assertThat(Files.readString(ASSETS.resolve(style)))
                    .doesNotContainPattern("url\\([\"']?(https?:)?//")
                    .doesNotContainPattern("@import")
                    .doesNotContainPattern("font/[a-z0-9+-]*;base64");
        }
    }

    private static List<Path> fonts(String... beginnings) throws IOException {
        try (Stream<Path> files = Files.list(ASSETS.resolve("files"))) {
            List<Path> found = files.filter(file ->
                            Stream.of(beginnings).anyMatch(file.getFileName().toString()::startsWith))
                    .filter(file -> file.toString().endsWith(".woff2"))
                    .toList();
            assertThat(found).hasSameSizeAs(beginnings);
            return found;
        }
    }

    private static long compressed(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(Files.readAllBytes(file));
        }
        return bytes.size();
    }
}

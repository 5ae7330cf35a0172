package org.randot.commitments.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.randot.commitments.packages.contract.Contract;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The package folders that come with the product, and those of an optional directory {@code randot.packages.directory}. */
@Component
class ShippedPackages {
    private static final String FOLDERS = "classpath*:processes/*/*.bpmn";
    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final String directory;

    ShippedPackages(@Value("${randot.packages.directory:}") String directory) {
        this.directory = directory;
    }

    /** All packages, the shared one first, then by name; a folder of the directory stands in place of a shipped one of the same name. */
    List<PackageFiles> find() {
        Map<String, PackageFiles> found = new TreeMap<>();
        try {
            for (Resource bpmn : resources.getResources(FOLDERS)) {
                String key = folder(bpmn);
                if (!found.containsKey(key)) {
                    found.put(key, fromClassPath(key));
                }
            }
            if (!directory.isBlank()) {
                fromDirectory(Path.of(directory)).forEach(files -> found.put(files.key(), files));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found.values().stream()
                .sorted(Comparator.comparing(files -> !files.key().equals(Contract.SHARED)))
                .toList();
    }

    /** What all commitments share. */
    PackageFiles shared() {
        return find().stream()
                .filter(files -> files.key().equals(Contract.SHARED))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The shared package is not shipped"));
    }

    private PackageFiles fromClassPath(String key) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Resource file : resources.getResources("classpath*:processes/" + key + "/*")) {
            String name = file.getFilename();
            if (name != null && !name.isEmpty() && isWanted(name) && file.isReadable()) {
                files.putIfAbsent(name, file.getContentAsByteArray());
            }
        }
        return new PackageFiles(key, files);
    }

    private static String folder(Resource bpmn) throws IOException {
        String[] parts = bpmn.getURL().getPath().split("/", -1);
        return parts[parts.length - 2];
    }

    private static List<PackageFiles> fromDirectory(Path directory) throws IOException {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(Files::isDirectory)
                    .map(ShippedPackages::read)
                    .filter(files -> files.names(".bpmn").findAny().isPresent())
                    .toList();
        }
    }

    /** One folder as a package. */
    static PackageFiles read(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(path.getFileName());
                if (isWanted(name)) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new PackageFiles(String.valueOf(folder.getFileName()), files);
    }

    private static boolean isWanted(String name) {
        return !name.startsWith(".") && !name.endsWith(".md");
    }
}

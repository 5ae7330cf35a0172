package org.randot.commitments.packages.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.randot.commitments.engine.Finding;
import org.randot.commitments.packages.PackageFiles;

/** Packages for tests: the good one, small changes of it, and those of the product. */
public final class PackageFixture {
    private static final Path PRODUCT = Path.of("processes");

    private PackageFixture() {}

    /** A package that keeps the whole contract: one stage, and one yearly stage after it. */
    public static PackageFiles sample() {
        return folder(Path.of("src/test/resources/packages/sample-commitment"));
    }

    public static PackageFiles shared() {
        return folder(PRODUCT.resolve(Contract.SHARED));
    }

    /** Every package of the product. */
    public static List<PackageFiles> product() {
        return list(PRODUCT).stream()
                .filter(Files::isDirectory)
                .filter(path -> !name(path).startsWith("."))
                .map(PackageFixture::folder)
                .toList();
    }

    /** The same package with one piece of text changed. */
    public static PackageFiles changed(PackageFiles files, String name, String from, String to) {
        String before = new String(files.content(name), StandardCharsets.UTF_8);
        if (!before.contains(from)) {
            throw new IllegalArgumentException(name + " does not contain " + from);
        }
        int at = before.indexOf(from);
        return with(files, name, before.substring(0, at) + to + before.substring(at + from.length()));
    }

    public static PackageFiles with(PackageFiles files, String name, String content) {
        Map<String, byte[]> copy = new TreeMap<>(files.files());
        copy.put(name, content.getBytes(StandardCharsets.UTF_8));
        return new PackageFiles(files.key(), copy);
    }

    public static PackageFiles without(PackageFiles files, String name) {
        Map<String, byte[]> copy = new TreeMap<>(files.files());
        copy.remove(name);
        return new PackageFiles(files.key(), copy);
    }

    /** What the contract finds in it, sandbox aside. */
    static List<Finding> check(PackageFiles files) {
        ContractRules rules = new ContractRules();
        return Stream.concat(
                        files.files().entrySet().stream()
                                .flatMap(file -> rules.check(file.getKey(), file.getValue()).stream()),
                        rules.check(files, shared()).stream())
                .toList();
    }

    private static PackageFiles folder(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path path : list(folder)) {
            try {
                files.put(name(path), Files.readAllBytes(path));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new PackageFiles(name(folder), files);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path path) {
        return String.valueOf(Objects.requireNonNull(path.getFileName()));
    }
}

package org.randot.commitments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Spoils good files at random, the same way for the same seed: cuts, repeats and moves pieces, and plants what a hostile author would. The
 * system property {@code fuzz.factor} multiplies how many are made.
 */
public final class Mutations {
    private static final Pattern TAG = Pattern.compile("<[^<>]+>|[{},\\[\\]]");
    private static final Pattern VALUE = Pattern.compile("\"([^\"\\n]*)\"");
    private static final int FACTOR = Integer.getInteger("fuzz.factor", 1);

    private final Random random;
    private final List<String> hostile;

    public Mutations(long seed, List<String> hostile) {
        random = new Random(seed);
        this.hostile = hostile;
    }

    /** Runs the number of times that this run wants, in turn over the files; no single one may need a second of work. */
    public static int run(int times, List<Path> files, Mutations mutations, Consumer<byte[]> check) {
        List<String> originals = files.stream().map(Mutations::read).toList();
        int count = times * FACTOR;
        for (int i = 0; i < count; i++) {
            byte[] spoiled = mutations.spoil(originals.get(i % originals.size()));
            long before = work();
            try {
                check.accept(spoiled);
            } catch (RuntimeException | Error failure) {
                throw new AssertionError(
                        "Mutant " + i + " of " + files.get(i % files.size()) + ": " + keep(spoiled), failure);
            }
            if (work() - before > 1_000_000_000L) {
                throw new AssertionError("Mutant " + i + " needs more than a second: " + keep(spoiled));
            }
        }
        return count;
    }

    /** Files below the folders with this ending. */
    public static List<Path> files(String ending) {
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(Path.of("processes"), Path.of("src/test/resources"))) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.filter(path -> path.toString().endsWith(ending)).sorted().forEach(found::add);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return found;
    }

    private byte[] spoil(String original) {
        String text = original;
        int times = random.nextBoolean() ? 1 : 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            text = once(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private String once(String text) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> withValue(text, any(hostile));
            case 3 -> withValue(text, anotherValue(text));
            case 4 -> inserted(text, place(text), any(hostile));
            case 5 -> cut(text, place(text), place(text));
            case 6 -> moved(text, place(text), place(text));
            case 7 -> repeated(text, place(text), place(text));
            default -> random.nextInt(8) == 0 ? text.substring(0, random.nextInt(text.length() + 1)) : renamed(text);
        };
    }

    private String withValue(String text, String value) {
        int[] spot = spot(VALUE, text);
        return spot.length == 0 ? text : text.substring(0, spot[0] + 1) + value + text.substring(spot[1] - 1);
    }

    private String anotherValue(String text) {
        int[] spot = spot(VALUE, text);
        return spot.length == 0 ? "" : text.substring(spot[0] + 1, spot[1] - 1);
    }

    private String renamed(String text) {
        String value = anotherValue(text);
        return value.length() < 3 ? text : text.replace("\"" + value + "\"", "\"" + anotherValue(text) + "\"");
    }

    private static String inserted(String text, int at, String piece) {
        return text.substring(0, at) + piece + text.substring(at);
    }

    private static String cut(String text, int one, int other) {
        int from = Math.min(one, other);
        return text.substring(0, from) + text.substring(Math.min(Math.max(one, other), from + 800));
    }

    private String moved(String text, int one, int other) {
        String piece = text.substring(Math.min(one, other), Math.min(Math.max(one, other), Math.min(one, other) + 800));
        return inserted(text, place(text), piece);
    }

    private String repeated(String text, int one, int other) {
        String piece = text.substring(Math.min(one, other), Math.min(Math.max(one, other), Math.min(one, other) + 400));
        return inserted(
                text, Math.max(one, other), piece.repeat(1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 4)));
    }

    /** A border of pieces. */
    private int place(String text) {
        int[] spot = spot(TAG, text);
        return spot.length == 0 ? 0 : spot[1];
    }

    private int[] spot(Pattern pattern, String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find(random.nextInt(text.length())) || matcher.find(0)
                ? new int[] {matcher.start(), matcher.end()}
                : new int[0];
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static long work() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Path keep(byte[] spoiled) {
        try {
            return Files.write(
                    Path.of("target/mutant-" + ProcessHandle.current().pid()), spoiled);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

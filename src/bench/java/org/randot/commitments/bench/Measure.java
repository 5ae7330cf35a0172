package org.randot.commitments.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs pieces of work on some clients and tells their rate and median time. */
record Measure(String what, int clients, double perSecond, double medianMillis, double p99Millis) {
    static Measure of(String what, int clients, List<Runnable> work) {
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        long start = System.nanoTime();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Runnable piece : work) {
                all.add(pool.submit(() -> {
                    long begun = System.nanoTime();
                    piece.run();
                    times.add(System.nanoTime() - begun);
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (Exception failure) {
            throw new IllegalStateException(what, failure);
        } finally {
            pool.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Long> sorted = times.stream().sorted().toList();
        return new Measure(
                what,
                clients,
                work.size() / seconds,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)) / 1e6);
    }

    String row() {
        return String.format(
                Locale.ROOT, "| %s | %d | %.0f | %.1f | %.1f |", what, clients, perSecond, medianMillis, p99Millis);
    }
}

package org.randot.commitments.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line over years, drawn on the server. A year without a value is a gap, never a zero.
 *
 * @param lines pieces of the line between gaps, as points of an SVG polyline
 * @param ticks of the vertical axis
 */
public record Chart(
        int width,
        int height,
        int left,
        int right,
        int bottom,
        List<String> lines,
        List<Dot> dots,
        List<Mark> ticks,
        List<Mark> years) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 280;
    private static final int LEFT = 72;
    private static final int RIGHT = 616;
    private static final int TOP = 24;
    private static final int BOTTOM = 240;
    private static final int STEPS = 4;

    /** A value. */
    public record Dot(String x, String y, String label) {}

    /** A text of an axis. */
    public record Mark(String at, String label) {}

    /** @param values by year, null for a year without one; must not be empty */
    static Chart of(Map<Integer, @Nullable BigDecimal> values, Function<BigDecimal, String> words) {
        int first = values.keySet().stream().min(Integer::compare).orElseThrow();
        int last = values.keySet().stream().max(Integer::compare).orElseThrow();
        double top = ceiling(values.values().stream()
                .filter(java.util.Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1));
        double low = Math.min(
                0,
                values.values().stream()
                        .filter(java.util.Objects::nonNull)
                        .mapToDouble(BigDecimal::doubleValue)
                        .min()
                        .orElse(0));
        List<String> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        List<Mark> years = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int year = first; year <= last; year++) {
            String x = x(year, first, last);
            years.add(new Mark(x, String.valueOf(year)));
            BigDecimal value = values.get(year);
            if (value == null) {
                end(line, lines);
            } else {
                String y = y(value.doubleValue(), low, top);
                line.append(x).append(',').append(y).append(' ');
                dots.add(new Dot(x, y, words.apply(value)));
            }
        }
        end(line, lines);
        List<Mark> ticks = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double value = low + (top - low) * step / STEPS;
            ticks.add(new Mark(y(value, low, top), words.apply(BigDecimal.valueOf(value))));
        }
        return new Chart(WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM, lines, dots, ticks, years);
    }

    private static void end(StringBuilder line, List<String> lines) {
        if (line.indexOf(" ") < line.length() - 1) {
            lines.add(line.toString().strip());
        }
        line.setLength(0);
    }

    private static String x(int year, int first, int last) {
        double share = first == last ? 0.5 : (double) (year - first) / (last - first);
        return number(LEFT + 24 + share * (RIGHT - LEFT - 48));
    }

    private static String y(double value, double low, double top) {
        return number(BOTTOM - (value - low) / (top - low) * (BOTTOM - TOP));
    }

    private static String number(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }

    /** 1, 2 or 5 times a power of ten, at or above the value. */
    private static double ceiling(double value) {
        if (value <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double factor : new double[] {1, 2, 4, 5, 8}) {
            if (value <= factor * power) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}

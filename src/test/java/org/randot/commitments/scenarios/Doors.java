package org.randot.commitments.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The doors of the application, as the handler mappings know them and as the access matrix lists them. */
final class Doors {
    static final Path MATRIX = Path.of("src/test/resources/access-matrix.csv");

    private Doors() {}

    /**
     * One line of the matrix.
     *
     * @param with path variable → name of a thing, or a literal
     * @param absent what those who may pass get when a thing does not exist
     * @param cells outcome by person
     */
    record Row(String route, Map<String, String> with, String send, String absent, Map<String, String> cells) {
        String method() {
            return route.substring(0, route.indexOf(' '));
        }

        String pattern() {
            return route.substring(route.indexOf(' ') + 1);
        }

        Row having(String measuredAbsent, Map<String, String> measured) {
            return new Row(route, with, send, measuredAbsent, measured);
        }

        String line() {
            String things = with.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(" "));
            String outcomes = cells.values().stream()
                    .map(cell -> String.format("%-3s", cell))
                    .collect(Collectors.joining(" "));
            return String.format("%-62s| %-34s| %-62s| %-4s| %s", route, things, send, absent, outcomes);
        }

        @Override
        public String toString() {
            return route + " " + with;
        }
    }

    static List<Row> rows(List<String> people) {
        try {
            List<Row> rows = new ArrayList<>();
            for (String line : Files.readAllLines(MATRIX)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(row(line, people));
                }
            }
            return rows;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Row row(String line, List<String> people) {
        List<String> columns =
                Arrays.stream(line.split("\\|")).map(String::strip).toList();
        String[] outcomes = columns.size() == 5 ? columns.get(4).split("\\s+") : new String[0];
        if (outcomes.length != people.size()) {
            throw new AssertionError("Not a line of the matrix (5 columns, " + people.size() + " outcomes): " + line);
        }
        Map<String, String> with = new LinkedHashMap<>();
        for (String thing :
                columns.get(1).isEmpty() ? new String[0] : columns.get(1).split("\\s+")) {
            with.put(thing.substring(0, thing.indexOf('=')), thing.substring(thing.indexOf('=') + 1));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            cells.put(people.get(i), outcomes[i]);
        }
        return new Row(columns.get(0), with, columns.get(2), columns.get(3), cells);
    }

    /** {@code METHOD pattern} of every handler method, path variables without their expressions. */
    static Set<String> found(ApplicationContext context) {
        Set<String> routes = new TreeSet<>();
        Collection<RequestMappingInfoHandlerMapping> mappings =
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values();
        mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> routes.addAll(routes(info))));
        return routes;
    }

    private static Set<String> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .map(Doors::plain)
                .flatMap(pattern -> methods.isEmpty()
                        ? java.util.stream.Stream.of("ANY " + pattern)
                        : methods.stream().map(method -> method + " " + pattern))
                .collect(Collectors.toSet());
    }

    private static String plain(String pattern) {
        String plain = pattern.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*\\})*\\}", "{$1}");
        return plain.isEmpty() ? "/" : plain;
    }
}

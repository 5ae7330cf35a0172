package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.scenarios.Doors.Row;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Every door, everybody before it, and what the access matrix says of both (security.md 2). */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTests {
    private static final String MAY = "yes";

    @Autowired
    WebApplicationContext context;

    /** What was told, by line and person. */
    private final Map<Row, Map<String, String>> bodies = new HashMap<>();

    private Crowd crowd;
    private Things things;

    /** Once, but within a test: what lives in the engine is measured by test. */
    @BeforeEach
    void gather() {
        if (crowd == null) {
            crowd = new Crowd(context);
            things = new Things(context);
        }
    }

    static Stream<Row> rows() {
        return Doors.rows(Crowd.NAMES).stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void opensToThoseWhoMayAndTellsTheOthersNothing(Row row) {
        Row measured = measured(row);
        assertThat(measured.line())
                .as(
                        "%s%n  if this is what policy and domain say, the line of %s is:%n%s%n",
                        row, Doors.MATRIX, measured.line())
                .isEqualTo(row.line());
        tellsNothingOfWhatIsAbsentOrOfAnotherState(row);
    }

    private void tellsNothingOfWhatIsAbsentOrOfAnotherState(Row row) {
        for (String variable : row.with().keySet()) {
            Row gone = without(row, variable);
            if (!gone.equals(row)) {
                row.cells().forEach((who, cell) -> comparesWithAbsent(row, gone, who, cell));
            }
        }
    }

    private void comparesWithAbsent(Row row, Row gone, String who, String cell) {
        if (cell.equals("401")) {
            return; // nobody looked for the thing
        }
        MockHttpServletResponse absent = answer(gone, who);
        switch (cell) {
            case MAY ->
                assertThat(outcome(absent)).as("%s, absent, for %s", row, who).isEqualTo(row.absent());
            case "403" ->
                assertThat(outcome(absent)).as("%s, absent, for %s", row, who).isIn("403", "404");
            default -> {
                assertThat(outcome(absent)).as("%s, absent, for %s", row, who).isEqualTo(cell);
                assertThat(body(gone, absent))
                        .as("%s for %s: another state's is told like an absent one", row, who)
                        .isEqualTo(bodies.getOrDefault(row, Map.of()).getOrDefault(who, ""));
            }
        }
    }

    /** The same door before something that does not exist. */
    private Row without(Row row, String variable) {
        String absent = things.find(row.with().get(variable)).absent();
        Map<String, String> with = new LinkedHashMap<>(row.with());
        with.computeIfPresent(variable, (name, thing) -> absent.isEmpty() ? thing : absent);
        return new Row(row.route(), with, row.send(), row.absent(), row.cells());
    }

    @Test
    void knowsEveryDoor() {
        Set<String> unlisted = new TreeSet<>(Doors.found(context));
        rows().forEach(row -> unlisted.remove(row.route()));
        assertThat(unlisted)
                .as(
                        "Add these lines to %s after checking each outcome:%n%s%n",
                        Doors.MATRIX,
                        unlisted.stream().map(this::proposal).map(Row::line).collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    void listsNoDoorThatIsNotThere() {
        Set<String> listed = rows().map(Row::route).collect(Collectors.toCollection(TreeSet::new));
        listed.removeAll(Doors.found(context));
        assertThat(listed).as("Lines of %s without a route", Doors.MATRIX).isEmpty();
    }

    /** What a new line would be: the thing guessed from the path. */
    private Row proposal(String route) {
        Map<String, String> with = new LinkedHashMap<>();
        String path = route.substring(route.indexOf(' ') + 1);
        var variables = java.util.regex.Pattern.compile("(\\w+)/\\{(\\w+)}").matcher(path);
        while (variables.find()) {
            with.put(variables.group(2), variables.group(1).replaceAll("ie?s$|s$", ""));
        }
        boolean reads = route.startsWith("GET") || route.startsWith("ANY") || route.startsWith("DELETE");
        String send = reads ? "-" : path.startsWith("/api/") ? "json {}" : "form";
        return measured(new Row(route, with, send, with.isEmpty() ? "-" : "404", Map.of()));
    }

    private Row measured(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        Map<String, String> told = new LinkedHashMap<>();
        for (String who : Crowd.NAMES) {
            MockHttpServletResponse answer = answer(row, who);
            cells.put(who, outcome(answer));
            told.put(who, body(row, answer));
        }
        bodies.put(row, told);
        return row.having(row.absent(), cells);
    }

    private static String outcome(MockHttpServletResponse answer) {
        int status = answer.getStatus();
        String to = String.valueOf(answer.getHeader("Location"));
        if (status == 401 || (status == 303 && to.startsWith("/sign-in?target="))) {
            return "401";
        }
        boolean told = status == 403 || status == 404 || status == 405 || status >= 500;
        return told ? String.valueOf(status) : MAY;
    }

    private MockHttpServletResponse answer(Row row, String who) {
        URI address = address(row);
        HttpMethod method = row.method().equals("ANY") ? HttpMethod.GET : HttpMethod.valueOf(row.method());
        String[] send = row.send().split(" ", 2);
        String content = send.length < 2 ? "" : content(send[1]);
        MockHttpServletRequestBuilder request = switch (send[0]) {
            case "file" ->
                MockMvcRequestBuilders.multipart(method, address)
                        .file(new MockMultipartFile("file", "a.csv", "text/csv", "a,b".getBytes()));
            case "json" ->
                MockMvcRequestBuilders.request(method, address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(content.replace('\'', '"'));
            default -> MockMvcRequestBuilders.request(method, address);
        };
        if (!send[0].equals("json") && !content.isEmpty()) {
            for (String field : content.split("&")) {
                request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
            }
        }
        return crowd.ask(who, request);
    }

    private URI address(Row row) {
        String path = row.pattern();
        for (Map.Entry<String, String> variable : row.with().entrySet()) {
            path = path.replace(
                    "{" + variable.getKey() + "}",
                    things.find(variable.getValue()).address());
        }
        return URI.create(path.replaceAll("\\{\\w+}", "1"));
    }

    /** {@code $review} is the address of a thing. */
    private String content(String text) {
        return java.util.regex.Pattern.compile("\\$(\\w+)")
                .matcher(text)
                .replaceAll(name -> things.find(name.group(1)).address());
    }

    /** Without what differs between any two requests. */
    private String body(Row row, MockHttpServletResponse answer) {
        String body = Crowd.text(answer).replaceAll("(name=\"csrf\" content=|name=\"_csrf\" value=)\"[^\"]*\"", "");
        for (String thing : row.with().values()) {
            body = body.replace(things.find(thing).address(), "…");
        }
        return body;
    }
}

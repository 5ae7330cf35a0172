package org.randot.commitments.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.randot.commitments.Application;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** Prints the table of docs/performance.md. Durable PostgreSQL, client and server on one machine; only ratios within one run count. */
public final class Benchmarks {
    private static final String CYCLE = "RANDOT-V";
    private static final Path HOME = Path.of("target/bench-database");

    private final Api api;
    private final List<Measure> measures = new ArrayList<>();

    private Benchmarks(Api api) {
        this.api = api;
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Application.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--randot.demo.story=false",
                        "--randot.database.fresh=true",
                        "--randot.database.directory=" + HOME)) {
            int port = Integer.parseInt(product.getEnvironment().getRequiredProperty("local.server.port"));
            String url = product.getBean(JdbcConnectionDetails.class).getJdbcUrl();
            Benchmarks run = new Benchmarks(new Api(port));
            run.product();
            run.matrix(url);
            run.bare(url);
            run.print();
        }
    }

    private void product() throws Exception {
        api.post("administrator", "/clock", Map.of("now", "2027-01-04T12:00:00Z"));
        api.post("administrator", "/cycles/" + CYCLE + "/meeting-date", Map.of("date", "2028-10-16", "reason", "bench", "preview", false));
        JsonNode launch = api.post("administrator", "/cycles/" + CYCLE + "/launch", Map.of());
        while (api.get("administrator", "/launches/" + launch.path("id").asText()).path("waiting").asInt() > 0) {
            Thread.sleep(200);
        }
        List<String> states = states();
        round("first", states.subList(0, 8), 1);
        round("1 client", states.subList(8, 20), 1);
        round("8 clients", states.subList(20, states.size()), 8);
        measures.add(Measure.of("a signed-in request without work (`GET /me`)", 1, times(200, () -> api.get("chair", "/me"))));
        measures.add(Measure.of("task list of a coordinator", 1, times(100, () -> api.get("coordinator.arg", "/tasks"))));
    }

    private List<String> states() {
        List<String> states = new ArrayList<>();
        api.get("administrator", "/undertakings?cycle=" + CYCLE + "&size=200").path("items").forEach(one -> states.add(state(one)));
        return states;
    }

    private static String state(JsonNode undertaking) {
        return undertaking.path("key").asText().split(":")[1];
    }

    /** Every open first task of these states: submit, completeness check, decision. */
    private void round(String name, List<String> states, int clients) throws Exception {
        byte[] document;
        try (InputStream in = new ClassPathResource("demo/demonstration-document.pdf").getInputStream()) {
            document = in.readAllBytes();
        }
        List<Runnable> submits = new ArrayList<>();
        for (String state : states) {
            String who = "coordinator." + state.toLowerCase(Locale.ROOT);
            JsonNode task = api.get(who, "/tasks?status=OPEN").path("items").path(0);
            String id = task.path("id").asText();
            for (String kind : List.of("EV-LTR", "EV-STA")) {
                api.upload(who, "/tasks/" + id + "/evidence", document, "{\"kind\":\"" + kind + "\",\"title\":{\"en\":\"Document\"}}");
            }
            JsonNode values = values("baseline");
            int version = api.get(who, "/tasks/" + id).path("version").asInt();
            submits.add(() -> api.post(who, "/tasks/" + id + "/submit", Map.of("version", version, "values", values, "comment", "bench", "acknowledgedWarnings", List.of())));
        }
        boolean warmUp = name.equals("first");
        add(warmUp, Measure.of("product: submit", clients, submits));
        add(warmUp, Measure.of("product: completeness check", clients, decisions("secretariat", "COMPLETE")));
        add(warmUp, Measure.of("product: decide", clients, decisions("reviewer.can", "APPROVE")));
    }

    private void add(boolean warmUp, Measure measure) {
        if (!warmUp) {
            measures.add(measure);
        }
    }

    private List<Runnable> decisions(String who, String decision) {
        List<Runnable> decisions = new ArrayList<>();
        api.get(who, "/reviews?status=OPEN&size=200").path("items").forEach(review -> {
            boolean fits = review.path("kind").asText().equals(decision.equals("COMPLETE") ? "COMPLETENESS" : "MILESTONE");
            if (fits && !review.path("state").asText().equals("CAN")) {
                String id = review.path("id").asText();
                int version = api.get(who, "/reviews/" + id).path("version").asInt();
                decisions.add(() -> api.post(who, "/reviews/" + id + "/decision", Map.of("version", version, "decision", decision, "text", "", "marks", List.of())));
            }
        });
        return decisions;
    }

    private static JsonNode values(String form) throws Exception {
        try (InputStream in = new ClassPathResource("demo/values/" + form + ".json").getInputStream()) {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(in);
        }
    }

    /** The matrix while its history grows; the events are copies of real ones. */
    private void matrix(String url) throws Exception {
        String past = "2027-01-05";
        api.post("administrator", "/clock", Map.of("now", "2027-02-01T12:00:00Z"));
        for (int events : new int[] {1_000, 10_000, 100_000}) {
            try (Connection connection = superuser(url); Statement statement = connection.createStatement()) {
                statement.execute("insert into status_event select gen_random_uuid(), undertaking, state, cycle, commitment, "
                        + "happened_at + n * interval '1 second', acts, facts from (select distinct on (undertaking) * from status_event order by undertaking, happened_at desc) newest, "
                        + "generate_series(1, " + events / 32 + ") n");
                statement.execute("analyze status_event");
            }
            measures.add(Measure.of("status matrix, " + events + " more events", 1, times(50, () -> api.get("chair", "/status"))));
            measures.add(Measure.of("the same on a past date", 1, times(50, () -> api.get("chair", "/status?asOf=" + past))));
        }
    }

    private void bare(String url) throws Exception {
        try (Connection connection = superuser(url); Statement statement = connection.createStatement()) {
            statement.execute("create database bare");
        }
        Properties passwords = passwords();
        try (BareEngine engine = new BareEngine(url.replace("/randot", "/bare"), "postgres", passwords.getProperty("superuser"))) {
            engine.start(700);
            for (String step : List.of("fill", "check", "review")) {
                Measure.of("warm-up", 1, engine.complete(step, 100));
            }
            for (String step : List.of("fill", "check", "review")) {
                measures.add(Measure.of("bare engine, in process: " + step, 1, engine.complete(step, 200)));
            }
            for (String step : List.of("fill", "check", "review")) {
                measures.add(Measure.of("bare engine, in process: " + step, 8, engine.complete(step, 400)));
            }
        }
    }

    private static Connection superuser(String url) throws Exception {
        return DriverManager.getConnection(url, "postgres", passwords().getProperty("superuser"));
    }

    private static Properties passwords() throws Exception {
        Properties passwords = new Properties();
        try (InputStream in = Files.newInputStream(HOME.resolve("credentials.properties"))) {
            passwords.load(in);
        }
        return passwords;
    }

    private static List<Runnable> times(int count, Runnable work) {
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(work);
        }
        return all;
    }

    private void print() {
        System.out.println("| what | clients | per second | median ms | p99 ms |\n| --- | --- | --- | --- | --- |");
        measures.forEach(measure -> System.out.println(measure.row()));
    }
}

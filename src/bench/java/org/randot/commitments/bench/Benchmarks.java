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
    private static final int WARM_UP_PASSES = 8;
    private static final Path HOME = Path.of("target/bench-database");

    private final Api api;
    private final DatabaseWork work;
    private final List<Measure> measures = new ArrayList<>();
    private final List<String> costs = new ArrayList<>();

    private Benchmarks(Api api, DatabaseWork work) {
        this.api = api;
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        DatabaseWork work = new DatabaseWork();
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(Application.class)
                .profiles("demo")
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(work))
                .run(
                        "--server.port=0",
                        "--randot.demo.story=false",
                        "--randot.database.fresh=true",
                        "--randot.database.directory=" + HOME)) {
            int port = Integer.parseInt(product.getEnvironment().getRequiredProperty("local.server.port"));
            String url = product.getBean(JdbcConnectionDetails.class).getJdbcUrl();
            Benchmarks run = new Benchmarks(new Api(port), work);
            run.product(url);
            run.matrix(url);
            run.bare(url);
            run.print();
        }
    }

    private void product(String url) throws Exception {
        api.post("administrator", "/clock", Map.of("now", "2027-01-04T12:00:00Z"));
        api.post("administrator", "/cycles/" + CYCLE + "/meeting-date", Map.of("date", "2028-10-16", "reason", "bench", "preview", false));
        JsonNode launch = api.post("administrator", "/cycles/" + CYCLE + "/launch", Map.of("commitments", List.of("C1")));
        while (api.get("administrator", "/launches/" + launch.path("id").asText()).path("waiting").asInt() > 0) {
            Thread.sleep(200);
        }
        round("warm-up", "C1.S1", 1, url);
        round("1 client", "C1.S2", 1, url);
        round("8 clients", "C1.S3", 8, url);
        measures.add(Measure.of("a signed-in request without work (`GET /me`)", 1, times(200, () -> api.get("chair", "/me"))));
        measures.add(Measure.of("task list of a coordinator", 1, times(100, () -> api.get("coordinator.arg", "/tasks"))));
    }

    /** One stage of every state: submit, completeness check, decision. The first stage warms up. */
    private void round(String name, String stage, int clients, String url) throws Exception {
        Submits submits = Submits.of(api, CYCLE, stage);
        boolean warmUp = name.equals("warm-up");
        for (int pass = 0; pass < (warmUp ? WARM_UP_PASSES : 1); pass++) {
            submits.pieces().forEach(Runnable::run);
            submits.takeBack();
        }
        if (clients > 1) {
            add(warmUp, "product: submit of " + stage, 1, submits.pieces(), url);
            submits.takeBack();
        }
        add(warmUp, "product: submit of " + stage, clients, submits.pieces(), url);
        add(warmUp, "product: completeness check of " + stage, clients, decisions("secretariat", "COMPLETE"), url);
        List<Runnable> approvals = decisions("reviewer.can", "APPROVE");
        approvals.addAll(decisions("reviewer.mex", "APPROVE"));
        add(warmUp, "product: decide of " + stage, clients, approvals, url);
    }

    private void add(boolean warmUp, String what, int clients, List<Runnable> pieces, String url) throws Exception {
        DatabaseWork.Counted before = work.counted();
        long log = logPosition(url);
        Measure measure = Measure.of(what, clients, pieces);
        if (warmUp) {
            return;
        }
        measures.add(measure);
        if (clients == 1) {
            DatabaseWork.Counted cost = work.counted().since(before);
            double n = pieces.size();
            costs.add(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.1f |", what, cost.statements() / n, cost.writes() / n, cost.commits() / n, (logPosition(url) - log) / n / 1024));
        }
    }

    private static long logPosition(String url) throws Exception {
        try (Connection connection = superuser(url); Statement statement = connection.createStatement();
                java.sql.ResultSet row = statement.executeQuery("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint")) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Runnable> decisions(String who, String decision) {
        List<Runnable> decisions = new ArrayList<>();
        api.get(who, "/reviews?status=OPEN&size=200").path("items").forEach(review -> {
            boolean fits = review.path("kind").asText().equals(decision.equals("COMPLETE") ? "COMPLETENESS" : "MILESTONE");
            boolean ofCanada = review.path("state").asText().equals("CAN");
            boolean mine = who.equals("secretariat") || ofCanada == who.equals("reviewer.mex");
            if (fits && mine) {
                String id = review.path("id").asText();
                int version = api.get(who, "/reviews/" + id).path("version").asInt();
                decisions.add(() -> api.post(who, "/reviews/" + id + "/decision", Map.of("version", version, "decision", decision, "text", "", "marks", List.of())));
            }
        });
        return decisions;
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
        System.out.println("\n| one of these | statements | of them writes | commits | kB of log |\n| --- | --- | --- | --- | --- |");
        costs.forEach(System.out::println);
    }
}

package org.randot.commitments.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The task of one stage in every state, with its documents: handed in and taken back as often as a measure asks for. */
final class Submits {
    private final Api api;
    private final List<Ready> tasks = new ArrayList<>();

    private record Ready(String who, String id, JsonNode values) {}

    private Submits(Api api) {
        this.api = api;
    }

    static Submits of(Api api, String cycle, String stage) {
        Submits all = new Submits(api);
        byte[] document = bytes("demo/demonstration-document.pdf");
        for (JsonNode undertaking : api.get("administrator", "/undertakings?cycle=" + cycle + "&size=200").path("items")) {
            all.prepare(undertaking.path("key").asText().split(":")[1], stage, document);
        }
        return all;
    }

    private void prepare(String state, String stage, byte[] document) {
        String who = "coordinator." + state.toLowerCase(Locale.ROOT);
        String id = api.get(who, "/tasks?status=OPEN&stage=" + stage).path("items").path(0).path("id").asText();
        JsonNode task = api.get(who, "/tasks/" + id);
        for (JsonNode asked : task.path("evidenceAsked")) {
            String kind = asked.path("kinds").path(0).asText();
            api.upload(who, "/tasks/" + id + "/evidence", document, "{\"kind\":\"" + kind + "\",\"title\":{\"en\":\"Document\"}}");
        }
        tasks.add(new Ready(who, id, values(task.path("form").path("id").asText())));
    }

    /** One submission of each task; what it needs to know of the task is read beforehand. */
    List<Runnable> pieces() {
        List<Runnable> pieces = new ArrayList<>();
        for (Ready task : tasks) {
            Map<String, Object> body = Map.of(
                    "version", api.get(task.who(), "/tasks/" + task.id()).path("version").asInt(),
                    "values", task.values(),
                    "comment", "bench",
                    "acknowledgedWarnings", List.of());
            pieces.add(() -> api.post(task.who(), "/tasks/" + task.id() + "/submit", body));
        }
        return pieces;
    }

    void takeBack() {
        tasks.forEach(task -> api.post(task.who(), "/tasks/" + task.id() + "/recall", Map.of()));
    }

    private static JsonNode values(String form) {
        try {
            return new ObjectMapper().readTree(bytes("demo/values/" + form + ".json"));
        } catch (IOException failure) {
            throw new IllegalStateException(form, failure);
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new IllegalStateException(resource, failure);
        }
    }
}

package org.randot.commitments.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A client of the REST API that signs in once for each person. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "bench-boundary";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Api(int port) {
        this.base = "http://localhost:" + port + "/api/v1";
    }

    JsonNode get(String who, String path) {
        return send(request(who, path, "application/json").GET().build());
    }

    JsonNode post(String who, String path, Object body) {
        return send(request(who, path, "application/json").POST(json(body)).build());
    }

    JsonNode upload(String who, String path, byte[] document, String metadata) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "Content-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json", metadata.getBytes(StandardCharsets.UTF_8));
        part(body, "Content-Disposition: form-data; name=\"file\"; filename=\"document.pdf\"\r\nContent-Type: application/pdf", document);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(who, path, "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\n" + head + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String who, String path, String contentType) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token(who))
                .header("Content-Type", contentType);
    }

    private String token(String who) {
        return tokens.computeIfAbsent(who, name -> {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/tokens"))
                    .header("Content-Type", "application/json")
                    .POST(json(Map.of("username", name, "password", "demo", "label", "bench")))
                    .build();
            return send(request).path("token").asText();
        });
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(request.uri() + " " + answer.statusCode() + " " + answer.body());
            }
            @Nullable String body = answer.body();
            return body == null || body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

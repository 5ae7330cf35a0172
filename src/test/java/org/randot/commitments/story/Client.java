package org.randot.commitments.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that uses the REST interface with the token of one person. */
final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "part-of-the-story";

    private final URI base;
    private final String token;

    private Client(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    static Client unknown(int port) {
        return withToken(port, "");
    }

    static Client withToken(int port, String token) {
        return new Client(URI.create("http://localhost:" + port), token);
    }

    /** Signs in and keeps the token. */
    static Client of(int port, String username) {
        Answer made = unknown(port)
                .post("/api/v1/tokens", Map.of("username", username, "password", "demo", "label", "story"))
                .is(201);
        return withToken(port, made.body().path("token").asText());
    }

    /** @param body empty object when there is none */
    record Answer(int status, JsonNode body, HttpHeaders headers) {
        Answer is(int expected) {
            if (status != expected) {
                throw new AssertionError("Answered " + status + " instead of " + expected + ": " + body);
            }
            return this;
        }

        JsonNode at(String pointer) {
            return body.at(pointer);
        }

        String text(String pointer) {
            return body.at(pointer).asText();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body, String... headers) {
        HttpRequest.Builder request = json(path, headers).POST(BodyPublishers.ofString(write(body)));
        return send(request);
    }

    Answer put(String path, Object body) {
        return send(json(path).PUT(BodyPublishers.ofString(write(body))));
    }

    Answer upload(String path, String fileName, byte[] file, ObjectNode metadata) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(part("metadata\"", "application/json"));
        parts.add((write(metadata) + "\r\n").getBytes(StandardCharsets.UTF_8));
        parts.add(part("file\"; filename=\"" + fileName + "\"", "application/pdf"));
        parts.add(file);
        parts.add(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(parts)));
    }

    private static byte[] part(String name, String type) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\r\nContent-Type: " + type
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder json(String path, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Accept-Language", "en");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String write(Object body) {
        return JSON.valueToTree(body).toString();
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body());
            return new Answer(
                    response.statusCode(), body.isMissingNode() ? JSON.createObjectNode() : body, response.headers());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}

package org.randot.commitments.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.FlashMap;

/**
 * What may stand in a session, as JSON: texts, whole numbers, yes/no, ids, lists and maps of them, and Spring's flash attributes made of
 * them. Everything else is refused when it is written; nothing read from the database names a class.
 */
final class SessionAttributes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SessionAttributes() {}

    static String write(Map<String, Object> attributes) {
        ObjectNode node = JSON.createObjectNode();
        attributes.forEach((name, value) -> node.set(name, encode(value)));
        return node.toString();
    }

    static Map<String, Object> read(String json) {
        try {
            Map<String, Object> attributes = new LinkedHashMap<>();
            JSON.readTree(json).properties().forEach(field -> attributes.put(field.getKey(), decode(field.getValue())));
            return attributes;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A session's attributes are not JSON", broken);
        }
    }

    private static JsonNode encode(Object value) {
        if (value instanceof String text) {
            return tagged("text", JSON.getNodeFactory().textNode(text));
        } else if (value instanceof Boolean flag) {
            return tagged("flag", JSON.getNodeFactory().booleanNode(flag));
        } else if (value instanceof Integer number) {
            return tagged("int", JSON.getNodeFactory().numberNode(number));
        } else if (value instanceof Long number) {
            return tagged("long", JSON.getNodeFactory().numberNode(number));
        } else if (value instanceof UUID id) {
            return tagged("id", JSON.getNodeFactory().textNode(id.toString()));
        } else if (value instanceof FlashMap flash) {
            return tagged("flash", flash(flash));
        } else if (value instanceof Map<?, ?> map) {
            return tagged("map", map(map));
        } else if (value instanceof List<?> list) {
            ArrayNode array = JSON.createArrayNode();
            list.forEach(element -> array.add(encode(element)));
            return tagged("list", array);
        }
        throw new IllegalArgumentException(
                "A session holds only texts, whole numbers, yes/no, ids, lists and maps, not " + value.getClass());
    }

    private static ObjectNode tagged(String type, JsonNode value) {
        return JSON.createObjectNode().put("type", type).set("value", value);
    }

    private static ObjectNode map(Map<?, ?> map) {
        ObjectNode node = JSON.createObjectNode();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("A map in a session has texts as keys");
            }
            node.set(name, encode(value));
        });
        return node;
    }

    private static ObjectNode flash(FlashMap flash) {
        ObjectNode node = JSON.createObjectNode();
        String path = flash.getTargetRequestPath();
        if (path != null) {
            node.put("path", path);
        }
        node.put("expires", flash.getExpirationTime());
        ObjectNode parameters = node.putObject("parameters");
        flash.getTargetRequestParams().forEach((name, values) -> {
            ArrayNode array = parameters.putArray(name);
            values.forEach(array::add);
        });
        node.set("attributes", map(flash));
        return node;
    }

    private static Object decode(JsonNode node) {
        JsonNode value = node.path("value");
        return switch (node.path("type").asText()) {
            case "text" -> value.asText();
            case "flag" -> value.asBoolean();
            case "int" -> value.asInt();
            case "long" -> value.asLong();
            case "id" -> UUID.fromString(value.asText());
            case "map" -> readMap(value);
            case "flash" -> readFlash(value);
            case "list" -> {
                List<Object> list = new ArrayList<>();
                value.forEach(element -> list.add(decode(element)));
                yield new CopyOnWriteArrayList<>(list);
            }
            default -> throw new IllegalStateException("A session holds a value of an unknown type");
        };
    }

    private static Map<String, Object> readMap(JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), decode(field.getValue())));
        return map;
    }

    private static FlashMap readFlash(JsonNode node) {
        FlashMap flash = new FlashMap();
        if (node.has("path")) {
            flash.setTargetRequestPath(node.path("path").asText());
        }
        flash.setExpirationTime(node.path("expires").asLong());
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        node.path("parameters")
                .properties()
                .forEach(field -> field.getValue().forEach(value -> parameters.add(field.getKey(), value.asText())));
        flash.addTargetRequestParams(parameters);
        flash.putAll(readMap(node.path("attributes")));
        return flash;
    }
}

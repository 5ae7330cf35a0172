package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Small things about JSON values that all types share. */
final class Values {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DIGITS = 30;

    private Values() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    /** Nothing was said: absent, null, an empty text, list or object. */
    static boolean isBlank(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.textValue().isBlank())
                || (value.isContainerNode() && value.isEmpty());
    }

    static ObjectNode objectOrEmpty(@Nullable JsonNode value) {
        return value instanceof ObjectNode object ? object : object();
    }

    static ArrayNode arrayOrEmpty(@Nullable JsonNode value) {
        return value instanceof ArrayNode array ? array : array();
    }

    /** The text to show again for whatever stands there. */
    static String typed(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode()
                ? ""
                : value.isValueNode() ? value.asText() : value.toString();
    }

    /** A finite number of bearable size. */
    static Optional<BigDecimal> number(@Nullable JsonNode value) {
        if (value == null
                || !value.isNumber()
                || (value.isFloatingPointNumber() && !value.isBigDecimal() && !finite(value))) {
            return Optional.empty();
        }
        BigDecimal number = value.decimalValue();
        return number.precision() > DIGITS || Math.abs(number.scale()) > DIGITS
                ? Optional.empty()
                : Optional.of(number);
    }

    private static boolean finite(JsonNode value) {
        return Double.isFinite(value.doubleValue());
    }

    static JsonNode number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return DecimalNode.valueOf(plain);
        }
        if (plain.precision() - plain.scale() > 18) {
            return DecimalNode.valueOf(plain.setScale(0));
        }
        long whole = plain.longValueExact();
        return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
    }

    static Optional<LocalDate> date(@Nullable JsonNode value) {
        if (value == null || !value.isTextual() || value.textValue().length() != 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value.textValue()));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** Maps, lists and plain values of whatever the caller gave expressions to look at; dates and amounts as such. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof JsonNode json) {
            return plain(MAPPER.convertValue(json, Object.class));
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, each) -> plain.put(String.valueOf(key), plain(each)));
            if (plain.get("currency") instanceof String && plain.get("amount") instanceof String amount) {
                plain.put("amount", amount.matches("\\d{1,18}(\\.\\d{1,2})?") ? new BigDecimal(amount) : null);
            }
            return plain;
        }
        if (value instanceof Iterable<?> many) {
            var plain = new java.util.ArrayList<@Nullable Object>();
            many.forEach(each -> plain.add(plain(each)));
            return plain;
        }
        if (value instanceof String text && text.length() == 10) {
            return date(text(text)).<Object>map(date -> date).orElse(text);
        }
        return value;
    }

    static Map<String, Object> scope(FormContext context) {
        var scope = new HashMap<String, @Nullable Object>();
        scope.put("answers", plain(context.answers()));
        scope.put("year", context.year());
        scope.put("today", context.today());
        scope.put("cycle", plain(context.cycle()));
        scope.put("previous", plain(context.previous()));
        scope.put("treaties", context.treaties());
        scope.put(FilesType.SCOPE, context.documents());
        return asScope(scope);
    }

    /** FEEL knows null; Java's generics of the engine do not say so. */
    @SuppressWarnings({"unchecked", "NullAway"})
    static Map<String, Object> asScope(Map<String, ? extends @Nullable Object> map) {
        return (Map<String, Object>) map;
    }
}

package org.randot.commitments.shared;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * JSON that has one form only (RFC 8785): keys in the order of their UTF-16 units, no white space, least escapes. Numbers beyond what a
 * double holds exactly do not occur: whole numbers are written as they are, decimal ones as text by the facts.
 */
public final class CanonicalJson {
    private static final String HEX = "0123456789abcdef";
    private static final long EXACT = 1L << 53;

    private CanonicalJson() {}

    public static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    /** SHA-256 of a text, as it is written in a record. */
    public static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            object(node, out);
        } else if (node.isArray()) {
            array(node, out);
        } else if (node.isNumber()) {
            out.append(number(node));
        } else if (node.isBoolean() || node.isNull() || node.isMissingNode()) {
            out.append(node.isBoolean() ? Boolean.toString(node.booleanValue()) : "null");
        } else {
            text(node.asText(), out);
        }
    }

    private static void object(JsonNode node, StringBuilder out) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        out.append('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            text(names.get(i), out);
            out.append(':');
            write(node.path(names.get(i)), out);
        }
        out.append('}');
    }

    private static void array(JsonNode node, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(node.path(i), out);
        }
        out.append(']');
    }

    private static String number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong() && Math.abs(node.longValue()) <= EXACT) {
            return Long.toString(node.longValue());
        }
        return number(node.doubleValue());
    }

    /** As ECMAScript writes a number. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        if (value < 0) {
            return "-" + number(-value);
        }
        java.math.BigDecimal decimal = new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = decimal.unscaledValue().toString();
        int point = digits.length() - decimal.scale();
        if (point > 0 && point <= 21) {
            return point >= digits.length()
                    ? digits + "0".repeat(point - digits.length())
                    : digits.substring(0, point) + "." + digits.substring(point);
        }
        if (point > -6 && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }

    public static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format(Locale.ROOT, "\\u00%c%c", HEX.charAt(c >> 4), HEX.charAt(c & 15)));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}

package org.randot.commitments.undertakings;

import static org.randot.commitments.undertakings.EvidenceInspection.require;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.randot.commitments.undertakings.EvidenceUnsupported.Reason;

/**
 * Reads the names in a PDF's dictionaries, outside its streams and inside its object streams, where newer files keep them
 * compressed. Contents of other streams are data and are not looked at.
 */
final class PdfInspection {
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final String END = "(?![A-Za-z0-9])";
    private static final Pattern SCRIPT =
            Pattern.compile("/(JavaScript|JS|Launch|XFA|RichMedia|SubmitForm|ImportData)" + END);
    private static final Pattern ATTACHED = Pattern.compile("/(EmbeddedFiles?|GoToE)" + END);
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt" + END);
    private static final int LARGEST_OBJECT_STREAM = 20 * 1024 * 1024;
    private static final int MOST_INFLATED = 100 * 1024 * 1024;

    private PdfInspection() {}

    static void inspect(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        require(text.startsWith("%PDF-") && text.lastIndexOf("%%EOF") >= text.length() - 2048, Reason.CONTENT);
        int at = 0;
        int inflated = 0;
        Matcher stream = STREAM.matcher(text);
        while (stream.find(at)) {
            String dictionaries = text.substring(at, stream.start());
            names(dictionaries);
            int end = text.indexOf("endstream", stream.end());
            int next = end < 0 ? text.length() : end;
            if (dictionary(dictionaries).contains("/ObjStm")) {
                byte[] objects = inflate(bytes, stream.end(), next);
                inflated += objects.length;
                require(inflated <= MOST_INFLATED, Reason.TOO_BIG_INSIDE);
                names(new String(objects, StandardCharsets.ISO_8859_1));
            }
            at = Math.min(text.length(), next + "endstream".length());
        }
        names(text.substring(at));
    }

    private static String dictionary(String before) {
        return unescaped(before.substring(Math.max(0, before.lastIndexOf(" obj"))));
    }

    private static void names(String dictionaries) {
        String plain = unescaped(dictionaries);
        require(!SCRIPT.matcher(plain).find(), Reason.SCRIPT);
        require(!ATTACHED.matcher(plain).find(), Reason.EMBEDDED);
        require(!ENCRYPTED.matcher(plain).find(), Reason.ENCRYPTED);
    }

    /** {@code /J#61vaScript} is {@code /JavaScript}. */
    private static String unescaped(String names) {
        if (names.indexOf('#') < 0) {
            return names;
        }
        return ESCAPED.matcher(names)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static byte[] inflate(byte[] bytes, int from, int to) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, to - from);
            var objects = new java.io.ByteArrayOutputStream();
            byte[] piece = new byte[8192];
            for (int read = inflater.inflate(piece); read > 0; read = inflater.inflate(piece)) {
                objects.write(piece, 0, read);
                require(objects.size() <= LARGEST_OBJECT_STREAM, Reason.TOO_BIG_INSIDE);
            }
            return objects.toByteArray();
        } catch (DataFormatException unreadable) {
            // an object stream that we cannot read may hide anything
            throw new EvidenceUnsupported(Reason.CONTENT);
        } finally {
            inflater.end();
        }
    }
}

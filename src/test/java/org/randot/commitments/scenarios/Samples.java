package org.randot.commitments.scenarios;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;

/** Complete, valid answers for each form, and a document. */
final class Samples {
    private static final String DOCUMENT = "\"DOCUMENT\"";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    static ObjectNode of(String form, @Nullable Integer year) {
        ClassPathResource sample = new ClassPathResource("samples/" + form + ".json");
        if (!sample.exists()) {
            sample = new ClassPathResource("demo/values/" + form + ".json");
        }
        try (InputStream in = sample.getInputStream()) {
            ObjectNode values = (ObjectNode) JSON.readTree(in);
            if (year != null && values.has("year")) {
                values.put("year", year);
            }
            return values;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With a document of the task where the sample names one. */
    static ObjectNode naming(ObjectNode values, Supplier<UUID> document) {
        String text = values.toString();
        if (!text.contains(DOCUMENT)) {
            return values;
        }
        try {
            return (ObjectNode)
                    JSON.readTree(text.replace(DOCUMENT, '"' + document.get().toString() + '"'));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static InputStreamSource document() {
        return new ClassPathResource("demo/demonstration-document.pdf");
    }
}

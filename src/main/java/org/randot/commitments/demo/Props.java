package org.randot.commitments.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** The things that the story uses: sample values of forms and a document, marked as invented. */
@Component
@Profile("demo")
class Props {
    private static final String FOLDER = "demo/";

    private final ObjectMapper json;

    Props(ObjectMapper json) {
        this.json = json;
    }

    Story story() {
        return read("story.json", Story.class);
    }

    Furnishing.Pieces furnishing() {
        return read("furnishing.json", Furnishing.Pieces.class);
    }

    ObjectNode values(String form) {
        return read("values/" + form + ".json", ObjectNode.class);
    }

    /** Only the first fields of the sample: a draft that somebody has begun. */
    ObjectNode firstValues(String form, int fields) {
        ObjectNode all = values(form);
        ObjectNode some = json.createObjectNode();
        all.properties().stream().limit(fields).forEach(field -> some.set(field.getKey(), field.getValue()));
        return some;
    }

    InputStreamSource document() {
        return new ClassPathResource(FOLDER + "demonstration-document.pdf");
    }

    private <T> T read(String file, Class<T> type) {
        try (InputStream in = new ClassPathResource(FOLDER + file).getInputStream()) {
            return json.readValue(in, type);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

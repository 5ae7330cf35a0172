package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** A Camunda Form, read once and immutable. {@code docs/authoring-processes.md} says which components and properties it may use. */
public final class Form {
    private final JsonNode schema;

    private Form(JsonNode schema) {
        this.schema = schema;
    }

    /** @throws FormProblems with every reason why this is no form of ours */
    public static Form parse(byte[] json) {
        throw new UnsupportedOperationException();
    }

    public String id() {
        return schema.path("id").asText();
    }

    /** Keys of the fields at the top level, in their order. */
    public List<String> keys() {
        throw new UnsupportedOperationException();
    }

    /** Message keys of every user-visible text, each of which must exist in es, pt and fr. */
    public Set<String> textKeys() {
        throw new UnsupportedOperationException();
    }

    /** The form-js schema with its texts in the reader's language, as the REST contract answers it. */
    public JsonNode localised(FormTexts texts) {
        throw new UnsupportedOperationException(texts.locale().toString());
    }
}

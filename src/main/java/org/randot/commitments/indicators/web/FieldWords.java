package org.randot.commitments.indicators.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.packages.Indicator;
import org.springframework.stereotype.Component;

/** What forms call their fields, columns and choices, in the reader's language. */
@Component
class FieldWords {
    private final Catalogue catalogue;

    FieldWords(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The label of a field, else its key. */
    String field(Commitment commitment, Indicator.Field field, Locale reader) {
        return label(field(commitment, field.stage(), field.key(), reader), field.key());
    }

    String column(Commitment commitment, Indicator.Column column, Locale reader) {
        return label(
                column(field(commitment, column.table().stage(), column.table().key(), reader), column.key()),
                column.key());
    }

    /** What a value of the column is called. */
    String choice(Commitment commitment, Indicator.Column column, String value, Locale reader) {
        JsonNode known =
                column(field(commitment, column.table().stage(), column.table().key(), reader), column.key());
        return StreamSupport.stream(known.path("values").spliterator(), false)
                .filter(each -> each.path("value").asText().equals(value))
                .findFirst()
                .map(each -> each.path("label").asText(value))
                .orElse(value);
    }

    private static String label(JsonNode component, String key) {
        return component
                .path("label")
                .asText(component.path("properties").path("label").asText(key));
    }

    private static JsonNode column(JsonNode table, String key) {
        return find(table, key);
    }

    private JsonNode field(Commitment commitment, String stage, String key, Locale reader) {
        return commitment.stage(commitment.code() + "." + stage).stream()
                .flatMap(each -> each.tasks().stream())
                .map(task -> find(
                        catalogue.form(commitment, task.formId()).localised(catalogue.texts(commitment, reader)), key))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode find(JsonNode parent, String key) {
        for (JsonNode component : parent.path("components")) {
            if (component.path("key").asText(component.path("path").asText()).equals(key)) {
                return component;
            }
            if (component.path("type").asText().equals("group")) {
                JsonNode inside = find(component, key);
                if (!inside.isMissingNode()) {
                    return inside;
                }
            }
        }
        return MissingNode.getInstance();
    }
}

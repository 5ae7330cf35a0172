package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON without control characters and half surrogates, in names and texts. */
final class Storable {
    private Storable() {}

    static JsonNode of(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode storable = Values.object();
            object.properties().forEach(each -> storable.set(Posted.storable(each.getKey()), of(each.getValue())));
            return storable;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode storable = Values.array();
            array.forEach(each -> storable.add(of(each)));
            return storable;
        }
        return value.isTextual() ? Values.text(Posted.storable(value.textValue())) : value;
    }
}

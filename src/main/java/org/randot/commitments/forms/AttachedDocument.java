package org.randot.commitments.forms;

import java.util.Map;

/**
 * A document of the task, which an answer may name as what shows it.
 *
 * @param kind EV-LAW, …
 * @param title by language tag
 * @param address where it is read
 */
public record AttachedDocument(String id, String kind, Map<String, String> title, String fileName, String address) {
    String said(Words words) {
        String own = title.get(words.language());
        String any = own != null ? own : title.values().stream().findFirst().orElse("");
        return any.isBlank() || any.equals(fileName) ? fileName : any + " (" + fileName + ")";
    }
}

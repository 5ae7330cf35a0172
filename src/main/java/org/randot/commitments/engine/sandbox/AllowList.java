package org.randot.commitments.engine.sandbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which elements a kind of model may contain, and which attributes each may carry. Whatever is not named is refused. */
final class AllowList {
    private final Map<String, Set<String>> attributes = new HashMap<>();
    private final Map<String, String> prefixes;

    /** @param prefixes namespace by the prefix used in the rules below; the empty prefix for attributes without namespace */
    AllowList(Map<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    /** Allows elements, written {@code prefix:name} and parted by blanks, with these attributes. */
    AllowList allow(String elements, String allowed) {
        Set<String> names = new HashSet<>();
        for (String attribute : words(allowed)) {
            names.add(resolve(attribute));
        }
        for (String element : words(elements)) {
            attributes
                    .computeIfAbsent(resolve(element), none -> new HashSet<>())
                    .addAll(names);
        }
        return this;
    }

    boolean knowsNamespace(String namespace) {
        return prefixes.containsValue(namespace);
    }

    boolean allows(XmlElement element) {
        return attributes.containsKey(key(element.namespace(), element.name()));
    }

    boolean allows(XmlElement element, XmlElement.Attribute attribute) {
        return attributes
                .getOrDefault(key(element.namespace(), element.name()), Set.of())
                .contains(key(attribute.namespace(), attribute.name()));
    }

    private String resolve(String prefixed) {
        int colon = prefixed.indexOf(':');
        String namespace = colon < 0 ? "" : prefixes.getOrDefault(prefixed.substring(0, colon), "?");
        return key(namespace, prefixed.substring(colon + 1));
    }

    private static String key(String namespace, String name) {
        return namespace + '}' + name;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
    }
}

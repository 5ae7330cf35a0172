package org.randot.commitments.shell;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands round every page.
 *
 * @param languageName the page's language in its own words
 * @param person who is signed in; null for nobody
 */
public record Frame(
        boolean demo,
        LocalDate today,
        String languageName,
        List<LanguageLink> languages,
        List<NavigationItem> navigation,
        @Nullable Person person,
        long unread) {
    /** @param url this page in that language */
    public record LanguageLink(String tag, String name, String url, boolean current) {}

    /** @param key message key of its text */
    public record NavigationItem(String path, String key, boolean current) {}

    /** @param roles keys of the roles, in the order of domain.md 1.4 */
    public record Person(
            String name, List<String> roles, @Nullable String state) {}
}

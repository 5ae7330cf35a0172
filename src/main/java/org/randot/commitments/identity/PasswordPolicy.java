package org.randot.commitments.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * 12 to 256 characters of any kind, not in the list of common passwords, and not made of words of the context: after those are taken
 * out, eight characters must remain.
 */
@Component
class PasswordPolicy {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int LEFT_OVER = 8;
    private static final List<String> CONTEXT = List.of(
            "commitments",
            "commitment",
            "compromiso",
            "randot",
            "committee",
            "hemispheric",
            "security",
            "oea",
            "oas",
            "password");

    private final Set<String> common;

    PasswordPolicy() {
        this.common = lines();
    }

    /** @param personal the person's names and the names of states */
    void check(String password, Collection<String> personal) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new PasswordRefused("tooShort");
        }
        if (length > LONGEST) {
            throw new PasswordRefused("tooLong");
        }
        if (common.contains(password.toLowerCase(Locale.ROOT)) || common.contains(plain(password))) {
            throw new PasswordRefused("common");
        }
        if (leftOver(plain(password), personal) < LEFT_OVER
                || password.codePoints().distinct().count() < 5) {
            throw new PasswordRefused("guessable");
        }
    }

    private static int leftOver(String password, Collection<String> personal) {
        List<String> words = Stream.concat(
                        CONTEXT.stream(), personal.stream().flatMap(name -> Stream.of(name.split("[^\\p{L}\\p{N}]+"))))
                .map(PasswordPolicy::plain)
                .filter(word -> word.length() >= 3)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String rest = password;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest.length();
    }

    /** Lower case, without accents, with the usual figures for letters put back. */
    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('@', 'a')
                .replace('$', 's');
    }

    private static Set<String> lines() {
        try {
            String text =
                    new ClassPathResource("identity/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line, plain(line)))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

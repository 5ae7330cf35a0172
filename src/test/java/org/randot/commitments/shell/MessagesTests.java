package org.randot.commitments.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word exists in the four languages. */
class MessagesTests {
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern LITERAL_KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9_]+)+)[}(]");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z]+\\.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void hasTheSameKeysInEachLanguage(String bundle) throws IOException {
        // given
        Properties english = read(bundle, "");
        for (String language : List.of("_es", "_pt", "_fr")) {
            // when
            Properties other = read(bundle, language);
            // then
            assertThat(new TreeSet<>(other.stringPropertyNames()))
                    .as("%s%s", bundle, language)
                    .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void formatsEachMessageWithTheSameArguments(String bundle) throws IOException {
        Properties english = read(bundle, "");
        for (String language : List.of("", "_es", "_pt", "_fr")) {
            Properties other = read(bundle, language);
            for (String key : other.stringPropertyNames()) {
                String text = other.getProperty(key);
                assertThat(text).as("%s%s %s", bundle, language, key).isNotBlank();
                assertThat(text.replaceAll("''|'[{}]'", ""))
                        .as("%s%s %s: an apostrophe is written ''", bundle, language, key)
                        .doesNotContain("'");
                assertThat(arguments(text))
                        .as("arguments of %s%s %s", bundle, language, key)
                        .isEqualTo(arguments(english.getProperty(key, "")));
            }
        }
    }

    @Test
    void haveEachKeyThatATemplateNames() throws IOException {
        // given
        var known = new TreeSet<String>();
        for (String bundle : bundles().toList()) {
            known.addAll(read(bundle, "").stringPropertyNames());
        }
        // when
        var missing = new ArrayList<String>();
        for (Path template : TemplatesTests.templates().toList()) {
            Matcher keys = LITERAL_KEY.matcher(Files.readString(template));
            while (keys.find()) {
                if (!known.contains(keys.group(1))) {
                    missing.add(template.getFileName() + ": " + keys.group(1));
                }
            }
        }
        // then
        assertThat(missing).isEmpty();
    }

    private static int arguments(String text) {
        return new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length;
    }

    private static Properties read(String bundle, String language) throws IOException {
        var properties = new Properties();
        Path file = BUNDLES.resolve(bundle + language + ".properties");
        assertThat(file).exists();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}

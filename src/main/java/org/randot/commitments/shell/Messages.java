package org.randot.commitments.shell;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All words of all modules: every bundle found in {@code messages/}, so that a new module only adds its files. */
@Configuration(proxyBeanMethods = false)
class Messages {
    private static final Pattern LANGUAGE_ENDING = Pattern.compile("(_(es|pt|fr))?\\.properties$");

    @Bean
    static MessageSource messageSource() throws IOException {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(basenames().toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.ENGLISH);
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    private static Set<String> basenames() throws IOException {
        var names = new TreeSet<String>();
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        Arrays.stream(found)
                .map(Resource::getFilename)
                .filter(name -> name != null)
                .forEach(name ->
                        names.add("messages/" + LANGUAGE_ENDING.matcher(name).replaceFirst("")));
        return names;
    }
}

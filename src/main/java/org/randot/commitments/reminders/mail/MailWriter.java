package org.randot.commitments.reminders.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.reminders.NoticeView;
import org.randot.commitments.reminders.NoticeWords;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a mail: text and HTML by the templates {@code mail/‹message›/body}, in the person's language. Says nothing that is not a link or a date. */
@Component
class MailWriter {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]");

    private final MailSettings settings;
    private final NoticeWords words;
    private final SpringTemplateEngine templates;

    MailWriter(MailSettings settings, NoticeWords words, MessageSource messages) {
        this.settings = settings;
        this.words = words;
        this.templates = templates(messages);
    }

    /** A line of a mail: one sentence and where to go; an empty link where no public address is configured. */
    public record Line(String text, String link) {}

    /** Sent, or sent once more. */
    record Letter(
            String messageId,
            String address,
            String subject,
            String message,
            Locale language,
            MailContent content,
            Instant at,
            boolean again) {}

    /** @throws IllegalArgumentException when a header would not be plain */
    void write(Letter letter, MimeMessage into) {
        try {
            MimeMessageHelper helper = new MimeMessageHelper(into, true, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(MailSettings.plain(letter.address()));
            helper.setSubject(header(letter.subject()));
            helper.setSentDate(Date.from(letter.at()));
            helper.setText(body(letter, "txt"), body(letter, "html"));
            into.setHeader("Message-ID", header(letter.messageId()));
            into.setHeader("Auto-Submitted", "auto-generated");
            into.setHeader("Content-Language", letter.language().getLanguage());
            if (letter.again()) {
                into.setHeader("X-RANDOT-Sent-Again", "yes");
            }
        } catch (MessagingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }

    /** No header holds a line break or another control character. */
    static String header(String value) {
        if (CONTROL.matcher(value).find()) {
            throw new IllegalArgumentException("Control character in a mail header");
        }
        return value;
    }

    String sentence(MailContent.Line line, Locale reader) {
        return words.text(notice(line), reader);
    }

    private String body(Letter letter, String kind) {
        MailContent content = letter.content();
        List<Line> lines = content.lines().stream()
                .map(line -> new Line(
                        sentence(line, letter.language()),
                        settings.link(notice(line).path())))
                .toList();
        Context context = new Context(letter.language());
        context.setVariable("subject", letter.subject());
        context.setVariable("name", content.name());
        context.setVariable("lines", lines);
        context.setVariable("notices", settings.link("/notices"));
        context.setVariable("settings", settings.link("/profile/reminders"));
        return templates.process(letter.message() + "/body." + kind, context);
    }

    private static NoticeView notice(MailContent.Line line) {
        String stage = line.stage();
        return new NoticeView(
                new UUID(0, 0),
                line.kind(),
                UndertakingKey.parse(line.undertaking()),
                stage == null ? null : StageKey.parse(stage),
                line.review(),
                line.due(),
                Instant.EPOCH,
                false);
    }

    private static SpringTemplateEngine templates(MessageSource messages) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
        engine.setTemplateEngineMessageSource(messages);
        engine.setEnableSpringELCompiler(false);
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String pattern, @Nullable TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setResolvablePatterns(java.util.Set.of(pattern));
        resolver.setCheckExistence(true);
        return resolver;
    }
}

package org.randot.commitments.reminders;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.States;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A notice as one sentence in the reader's language (domain.md 3.7). */
@Component
public class NoticeWords {
    private final MessageSource messages;
    private final Catalogue catalogue;
    private final States states;

    NoticeWords(MessageSource messages, Catalogue catalogue, States states) {
        this.messages = messages;
        this.catalogue = catalogue;
        this.states = states;
    }

    public String text(NoticeView notice, Locale reader) {
        Commitment commitment = catalogue.byCode(notice.undertaking().commitment());
        StageKey key = notice.stage();
        Commitment.@Nullable Stage stage =
                key == null ? null : commitment.stage(key.code()).orElse(null);
        String title = stage == null
                ? commitment.title().in(reader)
                : key + " " + stage.title().in(reader);
        String milestone = stage == null
                ? title
                : stage.milestoneCode() + " " + stage.milestone().in(reader);
        Object[] arguments = {
            title, milestone, states.get(notice.undertaking().state()).name().in(reader), date(notice.dueDate(), reader)
        };
        return messages.getMessage("reminders.notice." + notice.kind(), arguments, reader);
    }

    private String date(@Nullable LocalDate date, Locale reader) {
        return date == null
                ? messages.getMessage("reminders.toBeSet", null, reader)
                : date.format(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(reader));
    }
}

package org.randot.commitments.reminders.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reminders.NoticeKind;
import org.randot.commitments.reminders.NoticeView;
import org.randot.commitments.reminders.NoticeWords;
import org.randot.commitments.reminders.Notices;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The actor's notices over REST. */
@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "notifications")
class NotificationResource {
    private final Notices notices;
    private final NoticeWords words;

    NotificationResource(Notices notices, NoticeWords words) {
        this.notices = notices;
        this.words = words;
    }

    /** @param text one sentence in the language asked for */
    record Notification(
            UUID id,
            NoticeKind kind,
            String text,
            String undertaking,
            String state,
            @Nullable String stage,
            @Nullable UUID review,
            @Nullable LocalDate dueDate,
            Instant createdAt,
            boolean read) {}

    @GetMapping
    @Operation(summary = "The actor's own notices, the newest first")
    Paged<Notification> page(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Locale reader) {
        return notices.page(new Paging(page, size)).map(notice -> json(notice, reader));
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Marks one as read")
    void read(@PathVariable UUID id) {
        notices.read(id);
    }

    private Notification json(NoticeView notice, Locale reader) {
        var stage = notice.stage();
        return new Notification(
                notice.id(),
                notice.kind(),
                words.text(notice, reader),
                notice.undertaking().toString(),
                notice.undertaking().state(),
                stage == null ? null : stage.toString(),
                notice.review(),
                notice.dueDate(),
                notice.createdAt(),
                notice.read());
    }
}

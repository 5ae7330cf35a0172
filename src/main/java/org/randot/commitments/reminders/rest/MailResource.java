package org.randot.commitments.reminders.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reminders.mail.Mails;
import org.randot.commitments.reminders.mail.Mails.SentMail;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was sent by mail. */
@RestController
@RequestMapping("/api/v1/mail")
@Tag(name = "mail")
class MailResource {
    private final Mails mails;

    MailResource(Mails mails) {
        this.mails = mails;
    }

    @GetMapping
    @Operation(summary = "Sent to me; to a person or about an undertaking for administrator and secretariat")
    Paged<SentMail> sent(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String undertaking,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        Paging paging = new Paging(page, size);
        if (undertaking != null) {
            return mails.about(key(undertaking), paging);
        }
        return person == null ? mails.mine(paging) : mails.of(person, paging);
    }

    @GetMapping("/all")
    @Operation(summary = "All mail, for the administrator")
    Paged<SentMail> all(
            @RequestParam(required = false) Mails.@Nullable Status status,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return mails.all(Optional.ofNullable(status), new Paging(page, size));
    }

    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sends a mail again that failed or was kept, for the administrator")
    void resend(@PathVariable UUID id) {
        mails.resend(id);
    }

    private static UndertakingKey key(String text) {
        try {
            return UndertakingKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new Absent();
        }
    }
}

package org.randot.commitments.reminders.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Language;

/**
 * A mail to be sent.
 *
 * @param key the same mail is made once
 * @param message which templates: {@code digest} or {@code news}
 * @param address null where none is known
 */
record OutgoingMail(
        UUID id,
        String key,
        UUID person,
        String message,
        LocalDate day,
        Language language,
        @Nullable String address,
        String subject,
        MailContent content,
        Instant notBefore) {}

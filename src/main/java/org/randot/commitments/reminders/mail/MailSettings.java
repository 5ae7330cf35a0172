package org.randot.commitments.reminders.mail;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Settings {@code randot.mail.*}: who mails come from, where bounces go, the one address that links begin with, how long to go on trying. */
@Component
class MailSettings {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,250}");

    private final String from;
    private final String bounce;
    private final String links;
    private final Duration lease;
    private final Duration giveUpAfter;

    MailSettings(
            @Value("${randot.mail.from:randot-commitments@localhost}") String from,
            @Value("${randot.mail.bounce:}") String bounce,
            @Value("${randot.mail.links:${randot.public-url:}}") String links,
            @Value("${randot.mail.lease:PT5M}") Duration lease,
            @Value("${randot.mail.give-up-after:PT24H}") Duration giveUpAfter) {
        this.from = plain(from.strip());
        this.bounce = bounce.isBlank() ? this.from : plain(bounce.strip());
        this.links = links.strip().replaceAll("/+$", "");
        if (!this.links.isEmpty() && !this.links.matches("https?://[^\\s]+")) {
            throw new IllegalArgumentException("randot.mail.links must be the public address of the product");
        }
        this.lease = lease;
        this.giveUpAfter = giveUpAfter;
    }

    /** A plain address without name, quotes or comments. */
    static String plain(String address) {
        if (!PLAIN.matcher(address).matches()) {
            throw new IllegalArgumentException("Not a plain mail address");
        }
        return address;
    }

    String from() {
        return from;
    }

    /** Where the mail server returns what it cannot deliver. */
    String bounce() {
        return bounce;
    }

    /** An absolute link, or an empty text where the public address is not configured: a mail never takes it from a request. */
    String link(String path) {
        return links.isEmpty() ? "" : links + path;
    }

    /** Right-hand side of message ids. */
    String domain() {
        if (!links.isEmpty()) {
            String host = URI.create(links).getHost();
            if (host != null) {
                return host;
            }
        }
        return from.substring(from.indexOf('@') + 1);
    }

    /** How long a claim holds before another node takes the mail for in doubt. */
    Duration lease() {
        return lease;
    }

    Duration giveUpAfter() {
        return giveUpAfter;
    }
}

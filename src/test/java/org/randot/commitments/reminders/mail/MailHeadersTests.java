package org.randot.commitments.reminders.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailHeadersTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: x@y.example",
                "a\nb",
                "a\rb",
                "a\u0000",
                "a\u0085b",
                "a\u2028b",
                "a\u007f",
                "\ta",
                "a\u009bb"
            })
    void refusesControlCharacters(String value) {
        assertThatThrownBy(() -> MailWriter.header(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesWordsOfAllLanguages() {
        assertThat(MailWriter.header("Étape « C1.S1 » : échéance le 3 mars")).startsWith("Étape");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: c@d.example",
                "\"a b\"@c.example",
                "A <a@b.example>",
                "a@b.example,c@d.example",
                "a",
                "@b.example",
                "a@"
            })
    void takesPlainAddressesOnly(String address) {
        assertThatThrownBy(() -> MailSettings.plain(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNoLinkFromARequest_whenNoPublicAddressIsConfigured() {
        Duration any = Duration.ofMinutes(5);
        assertThat(new MailSettings("a@b.example", "", "", any, any).link("/tasks"))
                .isEmpty();
        assertThat(new MailSettings("a@b.example", "", "https://x.example/", any, any).link("/tasks"))
                .isEqualTo("https://x.example/tasks");
        assertThatThrownBy(() -> new MailSettings("a@b.example", "", "javascript:x", any, any))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void triesAgainLaterEachTime() {
        for (int attempt = 1; attempt < 20; attempt++) {
            long expected = Math.min(30L << (attempt - 1), 1800);
            assertThat(Outbox.backOff(attempt).toSeconds()).isBetween(expected * 8 / 10 - 1, expected * 12 / 10 + 1);
        }
    }
}

package org.randot.commitments.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/** One structured line with one event name for each security act; no personal data, no secrets (security.md 10). */
@Component
public class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("security");

    /** @param details alternating names and values; line breaks are encoded */
    public void event(String event, Object... details) {
        LoggingEventBuilder line = LOG.atInfo().addKeyValue("event", event);
        StringBuilder text = new StringBuilder(event);
        for (int i = 0; i + 1 < details.length; i += 2) {
            String value = String.valueOf(details[i + 1]).replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "_");
            line = line.addKeyValue(String.valueOf(details[i]), value);
            text.append(' ').append(details[i]).append('=').append(value);
        }
        line.log(text.toString());
    }
}

package org.randot.commitments.identity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/** One structured line with one event name for each security act; no personal data, no secrets (security.md 10). */
@Component
public class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("security");
    private static final int IN_A_MINUTE = 120;

    private final MachineTime time;
    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

    SecurityLog(MachineTime time) {
        this.time = time;
    }

    /** How many lines of one event a minute has had. */
    private record Minute(long minute, int lines) {}

    /** As {@link #event}, for what anybody can cause at will: so many a minute, then a line that says that more were left out. */
    public void bounded(String event, Object... details) {
        long now = time.now().getEpochSecond() / 60;
        Minute counted = minutes.merge(
                event,
                new Minute(now, 1),
                (before, one) -> before.minute() == now ? new Minute(now, before.lines() + 1) : one);
        if (counted.lines() <= IN_A_MINUTE) {
            event(event, details);
        } else if (counted.lines() == IN_A_MINUTE + 1) {
            event("eventsLeftOut", "of", event);
        }
    }

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

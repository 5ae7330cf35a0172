package org.randot.commitments.shared;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * The process keeps universal time, whatever the machine is set to: the engine writes due dates without a zone, so that two nodes in
 * two zones, or one night of daylight saving, would move its timers. Registered in {@code META-INF/spring.factories}, since it must
 * come before anything that looks at the default zone.
 */
public final class UniversalTime implements ApplicationListener<ApplicationStartingEvent>, Ordered {
    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}

package org.randot.commitments.reminders.web;

import java.nio.charset.StandardCharsets;
import org.randot.commitments.reminders.feed.CalendarFeed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The calendar behind its secret address; calendar programs have no session. */
@Controller("calendarFeedController")
class CalendarController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeed feed;

    CalendarController(CalendarFeed feed) {
        this.feed = feed;
    }

    @GetMapping({"/calendar/{secret}.ics", "/api/v1/calendar/{secret}.ics"})
    ResponseEntity<byte[]> calendar(@PathVariable String secret) {
        byte[] body = feed.read(secret).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"randot.ics\"")
                .body(body);
    }
}

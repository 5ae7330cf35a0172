package org.randot.commitments.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.shared.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator sets the cut-off date apart from the meeting date, and lets it follow again. */
@IntegrationTest
class CalendarPagesTests {
    private static final LocalDate MEETING = LocalDate.of(2026, 10, 15);
    private static final LocalDate APART = LocalDate.of(2026, 9, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private Cycles cycles;

    @Autowired
    private MovableClock clock;

    private Browser administrator;

    @BeforeEach
    void begin() {
        clock.moveTo(Instant.parse("2025-03-03T13:00:00Z"));
        cycles.moveMeetingDate("RANDOT-V", MEETING, "A test.", "administrator", true);
        cycles.moveCutOffDate("RANDOT-V", null, "A test.", "administrator");
        administrator = new Browser(port);
        administrator.signIn("administrator", "demo");
        administrator.get("/?lang=en");
    }

    @Test
    void changesNothingUntilTheEffectWasSeen_whenItIsSetApart() {
        administrator.get("/admin/calendar");
        assertThat(cutOff(form("2026-12-31", "The report is late.")).body())
                .contains("id=\"cutOff-error\"", "2026-09-15", "The report is late.");
        assertThat(cutOff(form("", " ")).body()).contains("id=\"cutOff-error\"", "id=\"cutOffReason-error\"");
        assertThat(cutOff(form("2025-09-01", "The report is early.")).body())
                .contains("If the cut-off is on 1 September 2025", "The reporting year 2025 drops out");
        assertThat(cycles.current().cutOffByHand()).isFalse();

        assertThat(cutOff(confirmed("2026-09-01")).statusCode()).isBetween(302, 303);
        assertThat(cycles.current().cutOffDate()).isEqualTo(APART);
        for (String language : List.of("es", "pt", "fr", "en")) {
            assertThat(administrator.get("/admin/calendar?lang=" + language).body())
                    .doesNotContain("??");
        }
        assertThat(administrator.get("/admin/calendar").body())
                .contains("set apart from the meeting date", "The report is late.", "Follow the meeting date again");
        assertThat(meeting("2026-10-22").body()).contains("The cut-off date stays on 1 September 2026");
        assertThat(meeting("2026-09-22").body()).contains("id=\"date-error\"", "Change the cut-off date first");

        assertThat(cutOff(Map.of("follow", "true", "cutOffReason", "The report is on time.", "confirmed", "true"))
                        .statusCode())
                .isBetween(302, 303);
        assertThat(cycles.current().cutOffDate()).isEqualTo(LocalDate.of(2026, 8, 16));
        assertThat(administrator.get("/admin/calendar").body()).contains("follows the meeting date", "is on time");
    }

    @Test
    void changesOnlyOnce_whenAProgramRepeats() {
        assertThat(rest("\"2026-09-01\"", true).body()).contains("\"cutOffDate\":\"2026-09-01\"", "\"shifts\":[");
        assertThat(cycles.current().cutOffByHand()).isFalse();
        int before = cycles.history("RANDOT-V").size();
        assertThat(rest("\"2026-09-01\"", false).body()).contains("\"cutOffByHand\":true");
        assertThat(rest("\"2026-09-01\"", false).statusCode()).isEqualTo(200);
        assertThat(cycles.history("RANDOT-V")).hasSize(before + 1);
        HttpResponse<String> refused = rest("\"2026-10-16\"", false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("reference.refusal.cutOffAfterCirculation");
        assertThat(rest("null", false).body()).contains("\"cutOffByHand\":false", "\"cutOffDate\":\"2026-08-16\"");
    }

    private HttpResponse<String> rest(String date, boolean preview) {
        String body = "{\"date\":" + date + ",\"reason\":\"A program.\",\"preview\":" + preview + "}";
        return administrator.json(
                "POST", "/api/v1/cycles/RANDOT-V/cut-off-date", body, "X-CSRF-TOKEN", administrator.token());
    }

    private HttpResponse<String> cutOff(Map<String, String> form) {
        return administrator.post("/admin/calendar/cut-off", form);
    }

    private HttpResponse<String> meeting(String date) {
        return administrator.post("/admin/calendar", Map.of("date", date, "reason", "It moves."));
    }

    private static Map<String, String> form(String date, String reason) {
        return Map.of("cutOff", date, "cutOffReason", reason);
    }

    private static Map<String, String> confirmed(String date) {
        return Map.of("cutOff", date, "cutOffReason", "The report is late.", "confirmed", "true");
    }
}

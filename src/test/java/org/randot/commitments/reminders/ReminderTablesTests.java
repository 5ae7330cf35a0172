package org.randot.commitments.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.packages.SharedFiles;
import org.randot.commitments.reminders.ReminderTable.Line;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator changes on which days people are told; a mistake changes nothing, and what held before can hold again. */
@IntegrationTest
class ReminderTablesTests {
    private static final String PAGE = "/admin/reminder-tables";

    @LocalServerPort
    private int port;

    @Autowired
    private ReminderTables tables;

    @Autowired
    private Profiles profiles;

    @Autowired
    private SharedFiles shared;

    private Browser administrator = new Browser(0);
    private int before;

    @BeforeEach
    void signIn() {
        administrator = new Browser(port);
        administrator.signIn("administrator", "demo");
        before = shared.version();
    }

    @AfterEach
    void takeBack() {
        for (String table : List.of("reminders", "escalations")) {
            if (shared.version() != before) {
                administrator.post(PAGE + "/" + table + "/take-back", Map.of("version", "" + before));
            }
        }
    }

    @Test
    void remindsOnTheNewDays_whenTheAdministratorChangedAProfile() {
        HttpResponse<String> saved = save(rows -> rows.add(new Line("R1", -21, 0, "")));

        assertThat(saved.statusCode()).isBetween(302, 303);
        assertThat(offsets("R1")).contains(-30, -21, -14).isSorted();
        assertThat(administrator.get(PAGE).body()).contains("value=\"-21\"");
        assertThat(administrator.get("/audit").body()).contains("Deployed");

        administrator.post(PAGE + "/reminders/take-back", Map.of("version", "" + before));

        assertThat(offsets("R1")).contains(-30, -14).doesNotContain(-21);
    }

    @Test
    void changesNothingAndKeepsWhatWasTyped_whenAProfileInUseLosesItsRows() {
        HttpResponse<String> refused = save(rows -> {
            rows.removeIf(row -> row.profile().equals("R4"));
            rows.add(new Line("R9", -77, 0, ""));
        });

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("R4 needs at least one row").contains("value=\"-77\"");
        assertThat(shared.version()).isEqualTo(before);
    }

    @Test
    void writesTheTableItRead_givenTheShippedFiles() {
        for (ReminderTable table : ReminderTable.values()) {
            String dmn = new String(shared.file(table.file(), before), StandardCharsets.UTF_8);
            List<Line> lines = table.read(dmn);

            assertThat(lines).isNotEmpty();
            assertThat(table.read(table.write(dmn, lines))).isEqualTo(lines);
        }
    }

    private HttpResponse<String> save(Consumer<List<Line>> change) {
        List<Line> rows = new ArrayList<>(tables.lines(ReminderTable.REMINDERS));
        change.accept(rows);
        administrator.get(PAGE);
        String form = rows.stream()
                .map(row -> "&profile=%s&offset=%d&repeat=%d".formatted(row.profile(), row.offset(), row.repeat()))
                .collect(Collectors.joining("", "_csrf=" + encoded(administrator.token()), ""));
        return administrator.form(PAGE + "/reminders", form);
    }

    private List<Integer> offsets(String profile) {
        return profiles.rows(LadderKey.Kind.REMINDER, LadderKey.Subject.STAGE, profile).stream()
                .map(LadderPlan.Row::offset)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

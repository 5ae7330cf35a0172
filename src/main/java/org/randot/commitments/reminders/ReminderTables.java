package org.randot.commitments.reminders;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.packages.SharedFiles;
import org.randot.commitments.reminders.ReminderTable.Line;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.ModuleApi;

/**
 * Reminder profiles and escalation ladders as an administrator edits them (domain.md 3.4, 3.5). A change is a new version of the
 * package {@code shared}; ladders that are open keep their steps, those that open afterwards take the new ones.
 */
@ModuleApi
public class ReminderTables {
    private static final Pattern PROFILE = Pattern.compile("[A-Z][A-Z0-9]{0,9}");
    private static final int MOST_DAYS = 400;
    private static final int MOST_LINES = 100;

    private final SharedFiles shared;
    private final CurrentActor actors;

    ReminderTables(SharedFiles shared, CurrentActor actors) {
        this.shared = shared;
        this.actors = actors;
    }

    /** Those who can be told by a step of an escalation. */
    public List<String> audiences() {
        return Arrays.stream(Audience.values()).map(Enum::name).toList();
    }

    public List<Line> lines(ReminderTable table) {
        return lines(table, shared.version());
    }

    public List<SharedFiles.Version> versions() {
        requireAdministrator();
        return shared.versions();
    }

    /**
     * Puts these rows in the place of all that the table has.
     *
     * @return the new version
     * @throws TableRefused with the first rule that does not hold
     */
    public int save(ReminderTable table, List<Line> lines) {
        requireAdministrator();
        List<Line> sorted = lines.stream()
                .sorted(Comparator.comparing(Line::profile).thenComparingInt(Line::offset))
                .toList();
        check(table, sorted);
        return shared.replace(
                table.file(), table.write(dmn(table, shared.version()), sorted).getBytes(StandardCharsets.UTF_8));
    }

    /** The rows of an earlier version hold again, as a new version. @throws Absent when there is none */
    public int takeBack(ReminderTable table, int version) {
        requireAdministrator();
        if (shared.versions().stream().noneMatch(each -> each.number() == version)) {
            throw new Absent();
        }
        return save(table, lines(table, version));
    }

    private void check(ReminderTable table, List<Line> lines) {
        if (lines.size() > MOST_LINES) {
            throw new TableRefused("tooMany", MOST_LINES);
        }
        Set<String> seen = new HashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        lines(table).forEach(line -> missing.add(line.profile()));
        for (Line line : lines) {
            if (!PROFILE.matcher(line.profile()).matches()) {
                throw new TableRefused("profile", line.profile());
            }
            if (Math.abs(line.offset()) > MOST_DAYS || line.repeat() < 0 || line.repeat() > MOST_DAYS) {
                throw new TableRefused("days", line.profile(), MOST_DAYS);
            }
            if (table == ReminderTable.ESCALATIONS && !audiences().contains(line.audience())) {
                throw new TableRefused("audience", line.profile(), line.audience());
            }
            if (!seen.add(line.profile() + " " + line.offset() + " " + line.audience())) {
                throw new TableRefused("twice", line.profile(), line.offset());
            }
            missing.remove(line.profile());
        }
        if (!missing.isEmpty()) {
            throw new TableRefused("missing", String.join(", ", missing));
        }
    }

    private List<Line> lines(ReminderTable table, int version) {
        return table.read(dmn(table, version));
    }

    private String dmn(ReminderTable table, int version) {
        return new String(shared.file(table.file(), version), StandardCharsets.UTF_8);
    }

    private void requireAdministrator() {
        if (!actors.get().is(Role.ADMINISTRATOR)) {
            throw new Forbidden();
        }
    }
}

package org.randot.commitments.shell;

import static org.randot.commitments.identity.Role.ADMINISTRATOR;
import static org.randot.commitments.identity.Role.AUDITOR;
import static org.randot.commitments.identity.Role.CHS_CHAIR;
import static org.randot.commitments.identity.Role.CHS_REVIEWER;
import static org.randot.commitments.identity.Role.NATIONAL_CONTRIBUTOR;
import static org.randot.commitments.identity.Role.NATIONAL_COORDINATOR;
import static org.randot.commitments.identity.Role.PERMANENT_MISSION_OBSERVER;
import static org.randot.commitments.identity.Role.TECHNICAL_SECRETARIAT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Role;

/** The main sections, in the order of the navigation, and for whom each is there. Who may do what is decided in the modules. */
enum Section {
    HOME("/", Set.of(Role.values())),
    TASKS("/tasks", Set.of(NATIONAL_COORDINATOR, NATIONAL_CONTRIBUTOR)),
    REVIEWS("/reviews", Set.of(CHS_REVIEWER, CHS_CHAIR, TECHNICAL_SECRETARIAT)),
    ESCALATIONS("/escalations", Set.of(CHS_CHAIR, TECHNICAL_SECRETARIAT)),
    STATE("/states/{state}", Set.of(NATIONAL_COORDINATOR, PERMANENT_MISSION_OBSERVER)),
    REGISTERS("/agencies", Set.of(NATIONAL_COORDINATOR)),
    STATUS(
            "/status",
            Set.of(
                    NATIONAL_COORDINATOR,
                    PERMANENT_MISSION_OBSERVER,
                    CHS_REVIEWER,
                    CHS_CHAIR,
                    TECHNICAL_SECRETARIAT,
                    ADMINISTRATOR,
                    AUDITOR)),
    COMMITMENTS("/commitments", Set.of(Role.values())),
    INDICATORS("/indicators", Set.of(Role.values())),
    CALENDAR("/admin/calendar", Set.of(ADMINISTRATOR)),
    LAUNCH("/admin/launch", Set.of(ADMINISTRATOR)),
    TREATIES("/admin/treaties", Set.of(ADMINISTRATOR)),
    PARTICIPATION("/admin/participation", Set.of(ADMINISTRATOR)),
    RATES("/admin/rates", Set.of(ADMINISTRATOR)),
    PEOPLE("/admin/people", Set.of(ADMINISTRATOR)),
    REMINDER_TABLES("/admin/reminder-tables", Set.of(ADMINISTRATOR)),
    MAIL("/admin/mail", Set.of(ADMINISTRATOR)),
    AUDIT("/audit", Set.of(ADMINISTRATOR, AUDITOR));

    private static final String LAWS = "/laws";

    private final String path;
    private final Set<Role> roles;

    Section(String path, Set<Role> roles) {
        this.path = path;
        this.roles = roles;
    }

    static List<Section> of(Actor actor) {
        return Arrays.stream(values())
                .filter(section -> section.roles.stream().anyMatch(actor::is))
                .filter(section -> section != STATE || actor.state() != null)
                .toList();
    }

    String path(Actor actor) {
        String state = actor.state();
        return state == null ? path : path.replace("{state}", state);
    }

    /** Whether a page belongs to it: those below its path, and of registers all of them. */
    boolean covers(String page, Actor actor) {
        String own = path(actor);
        return isBelow(page, own) || this == REGISTERS && isBelow(page, LAWS);
    }

    private static boolean isBelow(String page, String path) {
        return page.equals(path) || !path.equals("/") && page.startsWith(path + "/");
    }

    String key() {
        return "shell.nav." + name().toLowerCase(Locale.ROOT);
    }
}

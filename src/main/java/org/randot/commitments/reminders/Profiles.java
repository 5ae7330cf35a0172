package org.randot.commitments.reminders;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.randot.commitments.engine.Deployments;
import org.randot.commitments.packages.SharedFiles;
import org.springframework.stereotype.Component;

/** Reminder profiles and escalation ladders, as the decision tables of the package {@code shared} define them. Read once a deployment. */
@Component
class Profiles {
    private final Deployments deployments;
    private final SharedFiles shared;
    private final Map<String, List<LadderPlan.Row>> known = new ConcurrentHashMap<>();

    Profiles(Deployments deployments, SharedFiles shared) {
        this.deployments = deployments;
        this.shared = shared;
    }

    /** Asks for the version each time: another node may have deployed. */
    List<LadderPlan.Row> rows(LadderKey.Kind kind, LadderKey.Subject subject, String profile) {
        return known.computeIfAbsent(
                shared.version() + " " + kind + " " + subject + " " + profile, key -> read(kind, subject, profile));
    }

    private List<LadderPlan.Row> read(LadderKey.Kind kind, LadderKey.Subject subject, String profile) {
        if (kind == LadderKey.Kind.ESCALATION) {
            return deployments.decideAll("escalation-ladders", Map.of("escalation", profile)).stream()
                    .map(row -> new LadderPlan.Row(number(row, "offset"), 0, String.valueOf(row.get("audience"))))
                    .toList();
        }
        Audience audience = subject == LadderKey.Subject.STAGE ? Audience.COORDINATORS : Audience.DECIDERS;
        return deployments.decideAll("reminder-profiles", Map.of("profile", profile)).stream()
                .map(row -> new LadderPlan.Row(number(row, "offset"), number(row, "repeat"), audience.name()))
                .toList();
    }

    private static int number(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.intValue() : 0;
    }
}

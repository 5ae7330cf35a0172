package org.randot.commitments.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.RegisterRefused.Problem;

/** An agency of a state; no names of persons. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Agency(
        Map<String, String> name,
        @Nullable Kind kind,
        @Nullable Level level,
        String contactRole) implements Described {
    private static final int LONGEST = 200;

    /** What it does (domain.md 3.6). */
    public enum Kind {
        POLICE,
        CUSTOMS,
        MILITARY,
        REGISTRY,
        PROSECUTION,
        JUDICIARY,
        MINISTRY,
        REGULATOR,
        HEALTH,
        EDUCATION,
        FINANCE,
        FIU,
        CENTRAL_AUTHORITY,
        OBSERVATORY,
        LABORATORY,
        OTHER
    }

    /** How far its powers reach. */
    public enum Level {
        NATIONAL,
        SUBNATIONAL
    }

    public Agency(
            @Nullable Map<String, String> name,
            @Nullable Kind kind,
            @Nullable Level level,
            @Nullable String contactRole) {
        this.name = Wording.tidy(name);
        this.kind = kind;
        this.level = level;
        this.contactRole = Wording.tidy(contactRole);
    }

    @Override
    public Map<String, String> called() {
        return name;
    }

    @Override
    public String searched() {
        return String.join(" ", name.values()) + " " + contactRole;
    }

    @Override
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        Wording.check(name, "name", LONGEST, problems);
        if (kind == null) {
            problems.add(new Problem("kind", "REQUIRED"));
        }
        Wording.check(contactRole, "contactRole", LONGEST, problems);
        return problems;
    }

    @Override
    public boolean isSame(Described other) {
        return other instanceof Agency agency && kind == agency.kind && Wording.meet(name, agency.name);
    }
}

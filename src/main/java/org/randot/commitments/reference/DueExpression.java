package org.randot.commitments.reference;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code <anchor><+/->P<days>D} of domain.md 3.2, for example {@code M-P540D}. {@code days} is negative before the anchor. */
public record DueExpression(Anchor anchor, int days) {
    private static final Pattern FORM = Pattern.compile("([ANMCSPY])([+-])P(\\d{1,4})D");

    /** Where a date hangs (domain.md 3.2). */
    public enum Anchor {
        /** Adoption of the commitments. */
        A,
        /** Mid-cycle meeting of the National Points of Contact. */
        N,
        /** First day of the Fifth Meeting. */
        M,
        /** Cut-off for data of the report. */
        C,
        /** Day the stage opened. */
        S,
        /** Approval of the predecessor. */
        P,
        /** 31 December of the reporting year. */
        Y
    }

    /** @throws IllegalArgumentException when the text is not a due expression */
    public static DueExpression parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a due expression: " + text);
        }
        int days = Integer.parseInt(parts.group(3));
        return new DueExpression(Anchor.valueOf(parts.group(1)), parts.group(2).equals("-") ? -days : days);
    }

    /** The bare result, before floor, working day and ceiling; empty where the anchor has no date. */
    public Optional<LocalDate> on(Anchors anchors) {
        return Optional.ofNullable(anchorDate(anchors)).map(date -> date.plusDays(days));
    }

    private @Nullable LocalDate anchorDate(Anchors anchors) {
        return switch (anchor) {
            case A -> anchors.cycle().adoptionDate();
            case N -> anchors.cycle().midCycleDate();
            case M -> anchors.cycle().meetingDate();
            case C -> anchors.cycle().cutOffDate();
            case S -> anchors.opened();
            case P -> anchors.predecessorApproved();
            case Y -> {
                Integer year = anchors.reportingYear();
                yield year == null ? null : LocalDate.of(year, 12, 31);
            }
        };
    }
}

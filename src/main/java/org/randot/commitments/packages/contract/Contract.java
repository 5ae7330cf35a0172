package org.randot.commitments.packages.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the contract: property names, values and keys, proved against element templates and documentation by a test. */
public final class Contract {
    public static final String MILESTONE_REVIEW = "milestone-review";
    public static final String SHARED = "shared";
    static final Set<String> SHARED_PROCESSES = Set.of(MILESTONE_REVIEW);
    static final String REMINDER_PROFILES = "reminder-profiles";
    static final String ESCALATION_LADDERS = "escalation-ladders";

    /** Properties of a process. */
    public static final List<String> PROCESS = List.of("commitment", "anchor", "strength", "instruments", "requires");
    /** Properties of a stage; beside them {@code criteria1}, {@code criteria2} and so on. */
    public static final List<String> STAGE = List.of(
            "stage",
            "weight",
            "mandatory",
            "due",
            "minimumDays",
            "milestone",
            "milestoneName",
            "criteria1",
            "reminderProfile",
            "escalation",
            "certifies");
    /** Properties of a coordinator task; {@code evidence2If} and so on beside those of the first item. */
    public static final List<String> TASK = List.of("task", "evidence", "evidence1If", "evidence1When", "who");
    /** Property of the two user tasks of the shared review. */
    public static final List<String> REVIEW = List.of("review");
    /** Properties of the reminder and escalation timers and their steps in the shared review. */
    public static final List<String> TIMER = List.of("reminderProfile", "escalation");

    /** Properties a stage may go without. */
    static final Set<String> OPTIONAL = Set.of("minimumDays", "certifies");

    public static final List<String> STRENGTHS =
            List.of("COMMIT", "COMMIT_TO_ENCOURAGE", "REAFFIRM", "ENCOURAGE", "RECOMMEND", "PROVIDE");
    public static final List<String> EVIDENCE_KINDS = List.of(
            "EV-LAW", "EV-DEC", "EV-SOP", "EV-MOU", "EV-STA", "EV-TRN", "EV-BUD", "EV-PLA", "EV-RPT", "EV-LTR",
            "EV-ORG", "EV-JUD", "EV-WEB");

    /** The anchor of a commitment that has an undertaking for each reporting year. */
    static final String YEAR = "Y";

    static final int DEFAULT_MINIMUM_DAYS = 30;
    static final int FULL_WEIGHT = 100;

    static final Pattern COMMITMENT_CODE = Pattern.compile("[A-Z]{1,3}[0-9]{1,3}");
    static final Pattern ANCHOR = Pattern.compile("[ANMCSPY]");
    static final Pattern DUE = Pattern.compile("([ANMCSPY])([+-])P([0-9]{1,4})D");
    private static final Pattern CRITERIA = Pattern.compile("criteria[1-9][0-9]?");
    private static final Pattern EVIDENCE =
            Pattern.compile("(EV-[A-Z]{3}(?:\\s*\\|\\s*EV-[A-Z]{3})*)\\s*(?::\\s*([0-9]{1,2}))?");
    private static final Pattern CONDITION = Pattern.compile("evidence([1-9])(?:If|When)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    static final String CANDIDATES = "${undertaking.coordinators()}";
    static final String TASK_DUE = "${due.date()}";
    static final String REMINDERS_OPEN = "${reminders.opens()}";
    static final String REMINDERS_ESCALATE = "${reminders.escalates()}";
    static final String OPEN_REMINDERS = "${openReminders}";
    static final String OPEN_ESCALATION = "${openEscalation}";
    static final String ACCEPTED = "${accepted}";
    static final String REPORTING_YEARS = "${undertaking.reportingYears()}";
    static final Pattern YEAR_OPENS = Pattern.compile("\\$\\{due\\.on\\('Y[+-]P[0-9]{1,4}D'\\)}");

    /** C1.S2 before C1.S10. */
    static final Comparator<String> BY_CODE = Comparator.<String, String>comparing(code -> {
        StringBuilder padded = new StringBuilder();
        Matcher matcher = NUMBER.matcher(code);
        while (matcher.find()) {
            matcher.appendReplacement(
                    padded, "0".repeat(Math.max(0, 6 - matcher.group().length())) + matcher.group());
        }
        return matcher.appendTail(padded).toString();
    });

    private Contract() {}

    static boolean isCriterion(String property) {
        return CRITERIA.matcher(property).matches();
    }

    /** FEEL, or its words, on which an item of evidence depends. */
    static boolean isCondition(String property) {
        return CONDITION.matcher(property).matches();
    }

    /** Number of the item of evidence that the condition is of. */
    static int item(String condition) {
        return Integer.parseInt(condition.replaceAll("\\D", ""));
    }

    /** Whether the property's value is read by people and therefore translated. */
    static boolean isText(String property) {
        return isCriterion(property)
                || property.equals("milestoneName")
                || property.equals("who")
                || (isCondition(property) && property.endsWith("When"))
                || property.equals("instruments");
    }

    /**
     * One item of evidence as its property writes it.
     *
     * @param minimum 0 = welcome
     */
    record Item(List<String> kinds, int minimum) {}

    /** @throws IllegalArgumentException when the text is not {@code EV-DEC|EV-LTR:1, EV-STA:1} or the like */
    static List<Item> evidence(String text) {
        List<Item> rules = new ArrayList<>();
        if (text.isBlank()) {
            return rules;
        }
        for (String part : text.split(",", -1)) {
            Matcher matcher = EVIDENCE.matcher(part.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(part.strip());
            }
            List<String> kinds = Pattern.compile("\\s*\\|\\s*")
                    .splitAsStream(matcher.group(1))
                    .toList();
            if (!EVIDENCE_KINDS.containsAll(kinds)) {
                throw new IllegalArgumentException(part.strip());
            }
            String minimum = matcher.group(2);
            rules.add(new Item(kinds, minimum == null ? 1 : Integer.parseInt(minimum)));
        }
        return rules;
    }
}

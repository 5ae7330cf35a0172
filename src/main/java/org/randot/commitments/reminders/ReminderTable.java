package org.randot.commitments.reminders;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The two decision tables of the package {@code shared} that say when somebody is told; read from and written as DMN. */
public enum ReminderTable {
    REMINDERS("reminder-profiles.dmn", "reminderProfiles", List.of("profile", "offset", "repeat")),
    ESCALATIONS("escalation-ladders.dmn", "escalationLadders", List.of("escalation", "offset", "audience", "step"));

    private static final Pattern RULES = Pattern.compile("(?s)[ \\t]*<rule\\b.*</rule>\\s*?\\n");
    private static final Pattern RULE = Pattern.compile("(?s)<rule\\b.*?</rule>");
    private static final Pattern TEXT = Pattern.compile("(?s)<text>\\s*(.*?)\\s*</text>");

    private final String file;
    private final String prefix;
    private final List<String> columns;

    ReminderTable(String file, String prefix, List<String> columns) {
        this.file = file;
        this.prefix = prefix;
        this.columns = columns;
    }

    /** Name of the file in the package {@code shared}. */
    public String file() {
        return file;
    }

    /**
     * A row.
     *
     * @param profile for example {@code R1} or {@code X1}, as stages name it
     * @param offset days from the due date, negative before it
     * @param repeat and then again every so many days, 0 = never; reminders only
     * @param audience who is told; escalations only, else empty
     */
    public record Line(String profile, int offset, int repeat, String audience) {}

    List<Line> read(String dmn) {
        List<Line> lines = new ArrayList<>();
        Matcher rules = RULE.matcher(dmn);
        while (rules.find()) {
            List<String> texts = TEXT.matcher(rules.group())
                    .results()
                    .map(text -> text.group(1).replace("\"", ""))
                    .toList();
            lines.add(
                    this == REMINDERS
                            ? new Line(texts.get(0), Integer.parseInt(texts.get(1)), Integer.parseInt(texts.get(2)), "")
                            : new Line(texts.get(0), Integer.parseInt(texts.get(1)), 0, texts.get(2)));
        }
        return lines;
    }

    /** The same file with these rows; the steps of a ladder are counted by their days. */
    String write(String dmn, List<Line> lines) {
        String rules =
                IntStream.range(0, lines.size()).mapToObj(at -> rule(lines, at)).collect(Collectors.joining());
        return RULES.matcher(dmn).replaceFirst(Matcher.quoteReplacement(rules));
    }

    private String rule(List<Line> lines, int at) {
        Line line = lines.get(at);
        List<String> texts = this == REMINDERS
                ? List.of(quoted(line.profile()), "" + line.offset(), "" + line.repeat())
                : List.of(quoted(line.profile()), "" + line.offset(), quoted(line.audience()), "" + step(lines, line));
        String id = prefix + "_" + line.profile() + "_" + (at + 1);
        StringBuilder rule =
                new StringBuilder("      <rule id=\"" + prefix + "_rule_" + line.profile() + "_" + (at + 1) + "\">\n");
        for (int column = 0; column < texts.size(); column++) {
            String entry = column == 0 ? "inputEntry" : "outputEntry";
            rule.append("        <%s id=\"%s_%s%s\">%n          <text>%s</text>%n        </%s>%n"
                    .formatted(entry, id, column == 0 ? "" : "out_", columns.get(column), texts.get(column), entry));
        }
        return rule.append("      </rule>\n").toString();
    }

    private static long step(List<Line> lines, Line line) {
        return lines.stream()
                .filter(each -> each.profile().equals(line.profile()) && each.offset() <= line.offset())
                .map(Line::offset)
                .distinct()
                .count();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}

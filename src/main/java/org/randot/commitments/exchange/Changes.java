package org.randot.commitments.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.randot.commitments.exchange.WorkbookRead.Change;
import org.randot.commitments.forms.FormOutline;
import org.randot.commitments.forms.FormOutline.Input;
import org.randot.commitments.forms.FormOutline.Question;
import org.randot.commitments.forms.FormOutline.Table;

/** What a workbook changed, field by field, in the reader's words. */
final class Changes {
    private final SheetWords words;

    private Changes(SheetWords words) {
        this.words = words;
    }

    static List<Change> between(FormOutline before, FormOutline after, SheetWords words) {
        var changes = new Changes(words);
        Map<String, String> was = changes.said(before);
        Map<String, String> is = changes.said(after);
        Map<String, String> labels = labels(after);
        var found = new ArrayList<Change>();
        is.forEach((key, text) -> {
            String former = was.getOrDefault(key, "");
            if (!former.equals(text)) {
                found.add(new Change(labels.getOrDefault(key, key), former, text));
            }
        });
        return List.copyOf(found);
    }

    private static Map<String, String> labels(FormOutline outline) {
        var labels = new LinkedHashMap<String, String>();
        for (FormOutline.Entry entry : outline.entries()) {
            if (entry instanceof Question question) {
                labels.put(question.key(), question.label());
            } else if (entry instanceof Table table) {
                labels.put(table.key(), table.label());
            }
        }
        return labels;
    }

    private Map<String, String> said(FormOutline outline) {
        var said = new LinkedHashMap<String, String>();
        for (FormOutline.Entry entry : outline.entries()) {
            if (entry instanceof Question question) {
                said.put(question.key(), said(question));
            } else if (entry instanceof Table table) {
                said.put(table.key(), table.rows().isEmpty() ? "" : said(table));
            }
        }
        return said;
    }

    private String said(Question question) {
        return question.inputs().stream()
                .filter(input -> !input.given().isEmpty())
                .map(input -> said(input, input.given()))
                .collect(Collectors.joining(" · "));
    }

    private String said(Table table) {
        String rows = table.rows().stream()
                .map(row -> table.columns().stream()
                        .flatMap(column -> column.inputs().stream())
                        .filter(input -> row.containsKey(input.name()))
                        .map(input -> said(input, row.getOrDefault(input.name(), List.of())))
                        .collect(Collectors.joining(" · ")))
                .collect(Collectors.joining("\n"));
        return words.say("changes.rows", table.rows().size()) + "\n" + rows;
    }

    private String said(Input input, List<String> given) {
        return given.stream().map(each -> said(input, each)).collect(Collectors.joining(", "));
    }

    private String said(Input input, String given) {
        try {
            return switch (input.kind()) {
                case CHOICE, CHOICES -> SheetCells.label(input, given);
                case NUMBER ->
                    input.range().decimals() == 0 && given.length() <= 4 ? given : words.number(new BigDecimal(given));
                case AMOUNT -> words.number(new BigDecimal(given));
                case DATE -> words.date(LocalDate.parse(given));
                case TEXT -> given;
            };
        } catch (DateTimeException | NumberFormatException asTyped) {
            return given;
        }
    }
}

package org.randot.commitments.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little markdown that help texts may use: headings, paragraphs, lists, bold, links. Everything else is plain text. */
final class Markdown {
    private static final Pattern SPAN = Pattern.compile("\\*\\*([^*]+)\\*\\*|\\[([^\\]]+)\\]\\(([^)\\s]+)\\)");

    private static final Pattern PARAGRAPHS = Pattern.compile("\n\\s*\n");

    private Markdown() {}

    static List<FieldView.Block> blocks(String text) {
        var blocks = new ArrayList<FieldView.Block>();
        for (String paragraph : PARAGRAPHS.split(text.replace("\r", ""), -1)) {
            var lines = new ArrayList<List<FieldView.Span>>();
            boolean list = true;
            for (String line : paragraph.strip().lines().toList()) {
                list &= line.strip().matches("[-*] .*");
                lines.add(spans(line.strip().replaceFirst("^([-*]|#{1,6}) ", "")));
            }
            String kind = list ? "list" : paragraph.strip().matches("#{1,6} .*") ? "heading" : "paragraph";
            if (!paragraph.isBlank()) {
                blocks.add(new FieldView.Block(kind, lines));
            }
        }
        return blocks;
    }

    private static List<FieldView.Span> spans(String line) {
        var spans = new ArrayList<FieldView.Span>();
        Matcher matcher = SPAN.matcher(line);
        int from = 0;
        while (matcher.find()) {
            plain(spans, line.substring(from, matcher.start()));
            if (matcher.group(1) != null) {
                spans.add(new FieldView.Span(matcher.group(1), true, ""));
            } else {
                String link = matcher.group(3);
                boolean safe = TextType.isAddress(link) || (link.startsWith("/") && !link.startsWith("//"));
                spans.add(new FieldView.Span(matcher.group(2), false, safe ? link : ""));
            }
            from = matcher.end();
        }
        plain(spans, line.substring(from));
        return spans;
    }

    private static void plain(List<FieldView.Span> spans, String text) {
        if (!text.isEmpty()) {
            spans.add(new FieldView.Span(text, false, ""));
        }
    }
}

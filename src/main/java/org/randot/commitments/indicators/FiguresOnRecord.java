package org.randot.commitments.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.undertakings.PublicRecord;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Public figures as answers to the fields that ask the same (domain.md 5, rule 5). */
@Component
class FiguresOnRecord implements PublicRecord {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PublicFigures figures;
    private final MessageSource messages;

    FiguresOnRecord(PublicFigures figures, MessageSource messages) {
        this.figures = figures;
        this.messages = messages;
    }

    @Override
    public List<Published> of(String state, StageKey stage, int year, Locale reader) {
        return figures.of(state, stage.code(), year).stream()
                .map(figure -> published(figure, year, reader))
                .toList();
    }

    @Override
    public void requireOfYear(String figure, int year) {
        figures.all().stream()
                .filter(each -> figure.startsWith(each.id() + "." + each.part() + "."))
                .forEach(each -> each.valueFor(year));
    }

    private Published published(PublicFigure figure, int year, Locale reader) {
        return new Published(
                figure.id() + "." + figure.part(),
                figure.field().substring(figure.field().lastIndexOf('.') + 1),
                value(figure, year, reader),
                year,
                figure.qualifier(),
                figure.coverage(),
                figure.sourceKind(),
                figure.source(),
                figure.address(),
                caveat(figure, reader));
    }

    private JsonNode value(PublicFigure figure, int year, Locale reader) {
        BigDecimal value = figure.value();
        if (value == null) {
            return JSON.objectNode()
                    .put("noData", figure.noData())
                    .put("explanation", figure.source() + ": " + caveat(figure, reader));
        }
        if (!figure.currency().isEmpty()) {
            return JSON.objectNode()
                    .put("amount", value.toPlainString())
                    .put("currency", figure.currency())
                    .put("year", year);
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() > 0
                ? JSON.numberNode(plain)
                : plain.precision() - plain.scale() < 10
                        ? JSON.numberNode(plain.intValueExact())
                        : JSON.numberNode(plain.longValueExact());
    }

    private String caveat(PublicFigure figure, Locale reader) {
        StringBuilder words = new StringBuilder();
        if (!figure.qualifier().equals("EXACT")) {
            words.append(say("qualifier." + figure.qualifier(), reader)).append(". ");
        }
        if (figure.coverage().equals(Source.PARTIAL)) {
            words.append(say("figure.partial", reader)).append(". ");
        }
        if (!figure.caveat().isEmpty()) {
            words.append(say("caveat." + figure.caveat(), reader));
        }
        return words.toString().strip();
    }

    private String say(String key, Locale reader) {
        return Objects.requireNonNull(messages.getMessage("indicators." + key, new Object[0], reader));
    }
}

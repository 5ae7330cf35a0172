package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.randot.commitments.forms.Form;
import org.randot.commitments.undertakings.AnswerRepository.Submission;
import org.randot.commitments.undertakings.Answers.Place;
import org.randot.commitments.undertakings.PublicRecord.Published;
import org.springframework.stereotype.Component;

/** What is known of the year before: the same form as the state handed it in, and public figures for what it did not say. */
@Component
class YearBefore {
    private static final String PARTIAL = "PARTIAL";

    private final AnswerRepository answers;
    private final UndertakingRepository undertakings;
    private final Optional<PublicRecord> publicRecord;

    YearBefore(AnswerRepository answers, UndertakingRepository undertakings, Optional<PublicRecord> publicRecord) {
        this.answers = answers;
        this.undertakings = undertakings;
        this.publicRecord = publicRecord;
    }

    /** @param standing the submissions of the undertaking itself: of a yearly stage the year before stands among them */
    Optional<Submission> submission(Place place, List<Submission> standing) {
        Integer year = place.year();
        if (year == null) {
            return Optional.empty();
        }
        UndertakingKey key = place.undertaking().key();
        List<Submission> there = key.year() == null
                ? standing.stream()
                        .filter(each ->
                                each.stage().year() != null && each.stage().year() == year - 1)
                        .toList()
                : undertakings
                        .byKey(new UndertakingKey(key.cycle(), key.state(), key.commitment(), year - 1).toString())
                        .map(before -> answers.standing(before.id()))
                        .orElse(List.of());
        return there.stream()
                .filter(each -> each.formId().equals(place.task().formId))
                .findFirst();
    }

    /** For rules: the answers of the year before, and whole public figures where it gave none. */
    Map<String, Object> values(Place place, List<Submission> standing) {
        Map<String, Object> values =
                submission(place, standing).map(Answers::values).orElseGet(HashMap::new);
        Integer year = place.year();
        if (year != null) {
            figures(place, year - 1, Locale.ENGLISH).stream()
                    .filter(figure -> !figure.coverage().equals(PARTIAL) && isFigure(figure.value()))
                    .forEach(figure -> values.putIfAbsent(figure.field(), plain(figure.value())));
        }
        return values;
    }

    List<Published> figures(Place place, int year, Locale reader) {
        return publicRecord
                .map(known -> known.of(place.undertaking().key().state(), place.task().stage, year, reader))
                .orElse(List.of());
    }

    /** @throws org.randot.commitments.shared.Refusal where the figure is not of this year alone */
    void requireOfYear(String figure, int year) {
        publicRecord.ifPresent(known -> known.requireOfYear(figure, year));
    }

    /** The year that a form asks about: its own, or the one that its answers name. */
    static Optional<Integer> asked(Place place, Form form, JsonNode values) {
        Integer year = place.year();
        JsonNode named = values.path("year");
        return year != null
                ? Optional.of(year)
                : form.keys().contains("year") && named.isInt() ? Optional.of(named.intValue()) : Optional.empty();
    }

    private static boolean isFigure(JsonNode value) {
        return value.isNumber() || value.has("amount");
    }

    private static Object plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : Sql.json().convertValue(value, Map.class);
    }
}

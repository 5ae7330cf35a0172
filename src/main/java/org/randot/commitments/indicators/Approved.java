package org.randot.commitments.indicators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.undertakings.UndertakingKey;

/**
 * What a state answered in one undertaking, as far as it is approved.
 *
 * @param yearly short codes of the stages that have a form a year
 * @param notApplicable short codes of the stages accepted as such
 * @param treaties PARTY, SIGNATORY, NONE or UNKNOWN by instrument, as forms see it
 */
record Approved(
        UndertakingKey key,
        List<Answer> answers,
        Set<String> yearly,
        Set<String> notApplicable,
        Map<String, String> treaties) {
    private static final String YEAR = "year";

    /** One form; the year is that of a yearly stage or undertaking. */
    record Answer(
            String stage, @Nullable Integer year, ObjectNode values, LocalDate submittedOn, LocalDate approvedOn) {
        /** The year that the form names, or that it is of. */
        Optional<Integer> named() {
            return year != null
                    ? Optional.of(year)
                    : values.path(YEAR).isInt() ? Optional.of(values.path(YEAR).intValue()) : Optional.empty();
        }
    }

    List<Answer> of(String stage) {
        return answers.stream().filter(answer -> answer.stage().equals(stage)).toList();
    }

    /** The form that counts for a year; 0 = the latest. */
    Optional<Answer> of(String stage, int period) {
        return of(stage).stream()
                .filter(answer -> period == 0
                        || answer.named().map(year -> year == period).orElse(true))
                .max(Comparator.comparing(answer -> answer.named().orElse(0)));
    }

    boolean has(String stage) {
        return !of(stage).isEmpty();
    }
}

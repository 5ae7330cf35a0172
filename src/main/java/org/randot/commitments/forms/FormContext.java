package org.randot.commitments.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules may look at beside the form's own values. In FEEL: {@code answers}, {@code year}, {@code today}, {@code cycle}, {@code previous},
 * {@code treaties}.
 *
 * @param answers last submitted values by the stage's short code: {@code answers.S2.agenciesRecovering}; of a yearly stage a list of values with {@code year}
 * @param year the reporting year of a yearly form
 * @param cycle {@code adoptionDate}, {@code meetingDate}, {@code cutOffDate} and so on
 * @param previous values of the same form of the year before, empty where there are none
 * @param treaties PARTY, SIGNATORY, NONE or UNKNOWN by instrument (domain.md 2.3); what is missing is not known
 * @param register the state's registers, which no expression reads
 * @param documents attached to the task, for answers that name them
 * @param rates for telling amounts in US dollars too, which no expression reads either
 */
public record FormContext(
        Map<String, Object> answers,
        @Nullable Integer year,
        LocalDate today,
        Map<String, Object> cycle,
        Map<String, Object> previous,
        Map<String, String> treaties,
        RegisterEntries register,
        List<AttachedDocument> documents,
        DollarRates rates) {
    /** Where nothing is known of treaties. */
    public FormContext(
            Map<String, Object> answers,
            @Nullable Integer year,
            LocalDate today,
            Map<String, Object> cycle,
            Map<String, Object> previous) {
        this(answers, year, today, cycle, previous, Map.of());
    }

    /** Where there is no register. */
    public FormContext(
            Map<String, Object> answers,
            @Nullable Integer year,
            LocalDate today,
            Map<String, Object> cycle,
            Map<String, Object> previous,
            Map<String, String> treaties) {
        this(answers, year, today, cycle, previous, treaties, RegisterEntries.none(), List.of(), DollarRates.none());
    }

    /** The same with the state's registers. */
    public FormContext with(RegisterEntries entries) {
        return new FormContext(answers, year, today, cycle, previous, treaties, entries, documents, rates);
    }

    /** The same with the documents of the task. */
    public FormContext with(List<AttachedDocument> attached) {
        return new FormContext(answers, year, today, cycle, previous, treaties, register, attached, rates);
    }

    /** The same with exchange rates. */
    public FormContext with(DollarRates known) {
        return new FormContext(answers, year, today, cycle, previous, treaties, register, documents, known);
    }
}

package org.randot.commitments.undertakings;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.forms.CheckedForm;
import org.randot.commitments.forms.Form;
import org.randot.commitments.forms.FormContext;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.Treaties;
import org.randot.commitments.shared.Time;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Checks the answers of a task: its form, with what the state said before, and its evidence. */
@Component
class Answers {
    private final AnswerRepository answers;
    private final EvidenceRepository documents;
    private final YearBefore yearBefore;
    private final Catalogue catalogue;
    private final Cycles cycles;
    private final Treaties treaties;
    private final Forms forms;
    private final StateRegisters registers;
    private final KnownRates rates;
    private final MessageSource messages;
    private final Clock clock;

    Answers(
            AnswerRepository answers,
            EvidenceRepository documents,
            YearBefore yearBefore,
            Catalogue catalogue,
            Cycles cycles,
            Treaties treaties,
            Forms forms,
            StateRegisters registers,
            KnownRates rates,
            MessageSource messages,
            Clock clock) {
        this.answers = answers;
        this.documents = documents;
        this.yearBefore = yearBefore;
        this.catalogue = catalogue;
        this.cycles = cycles;
        this.treaties = treaties;
        this.forms = forms;
        this.registers = registers;
        this.rates = rates;
        this.messages = messages;
        this.clock = clock;
    }

    /** Where a task's answers belong. */
    record Place(Undertaking undertaking, Commitment commitment, Task task) {
        Commitment.Task definition() {
            return TaskSearch.definition(commitment.requireStage(task.stage), task);
        }

        @Nullable
        Integer year() {
            return StageDates.year(undertaking, task.stage);
        }
    }

    Form form(Place place) {
        return catalogue.form(place.commitment(), place.task().formId);
    }

    /** Without characters that the database cannot keep. */
    ObjectNode storable(ObjectNode values) {
        return forms.storable(values);
    }

    CheckedForm check(Place place, ObjectNode values, Locale reader) {
        return forms.check(form(place), values, context(place), catalogue.texts(place.commitment(), reader));
    }

    /** Some fields alone, told nothing of the others. */
    CheckedForm check(Place place, Form some, ObjectNode values, Locale reader) {
        return forms.check(
                some, values, narrowContext(place, attached(place)), catalogue.texts(place.commitment(), reader));
    }

    /** Values that are none of their field's type. */
    List<FormFinding> malformed(Place place, Form some, ObjectNode values, Locale reader) {
        return forms.malformed(some, values, catalogue.texts(place.commitment(), reader));
    }

    /** Those in which agencies and laws that are to be kept stand in the state's registers. */
    ObjectNode keep(Place place, ObjectNode values) {
        return registers.keep(place.undertaking().key().state(), form(place), values);
    }

    /** Without what the state said elsewhere or before. */
    FormContext narrowContext(Place place, List<EvidenceView> attached) {
        return bare(place)
                .with(rates.once())
                .with(attached.stream().map(EvidenceView::attached).toList())
                .with(registers.of(place.undertaking().key().state(), form(place), false));
    }

    private FormContext bare(Place place) {
        return new FormContext(
                Map.of(), place.year(), Time.today(clock), calendar(place.undertaking()), Map.of(), standing(place));
    }

    FormFinding finding(String code, Locale reader, Object... arguments) {
        return new FormFinding(
                "",
                code,
                FormFinding.Severity.ERROR,
                messages.getMessage("undertakings.finding." + code, arguments, reader));
    }

    FormContext context(Place place) {
        return context(place, attached(place));
    }

    private List<EvidenceView> attached(Place place) {
        return form(place).namesDocuments() ? documents.ofTask(place.task().id) : List.of();
    }

    FormContext context(Place place, List<EvidenceView> attached) {
        return said(place)
                .with(rates.once())
                .with(attached.stream().map(EvidenceView::attached).toList())
                .with(registers.of(place.undertaking().key().state(), form(place), true));
    }

    private FormContext said(Place place) {
        Map<String, Object> said = new HashMap<>();
        List<AnswerRepository.Submission> standing =
                answers.standing(place.undertaking().id());
        for (AnswerRepository.Submission submission : standing) {
            StageKey stage = submission.stage();
            Map<String, Object> values = values(submission);
            said.merge(shortCode(stage), stage.year() == null ? values : List.of(values), Answers::merge);
        }
        return new FormContext(
                said,
                place.year(),
                Time.today(clock),
                calendar(place.undertaking()),
                yearBefore.values(place, standing),
                standing(place));
    }

    /** Where the state stands towards treaties (domain.md 2.3). */
    private Map<String, String> standing(Place place) {
        return treaties.standing(place.undertaking().key().state());
    }

    /** Tasks of one stage add up; years of a yearly stage form a list. */
    private static Object merge(Object left, Object right) {
        if (left instanceof List<?> first && right instanceof List<?> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
        Map<Object, Object> both = new HashMap<>((Map<?, ?>) left);
        both.putAll((Map<?, ?>) right);
        return both;
    }

    private static String shortCode(StageKey stage) {
        return stage.code().substring(stage.code().lastIndexOf('.') + 1);
    }

    static Map<String, Object> values(AnswerRepository.Submission submission) {
        Map<String, Object> values = new HashMap<>(
                Sql.json().convertValue(submission.values(), new TypeReference<Map<String, Object>>() {}));
        Integer year = submission.stage().year();
        if (year != null) {
            values.putIfAbsent("year", year);
        }
        return values;
    }

    private Map<String, Object> calendar(Undertaking undertaking) {
        Cycle cycle = cycles.get(undertaking.key().cycle());
        Map<String, Object> calendar = new HashMap<>();
        calendar.put("code", cycle.code());
        put(calendar, "adoptionDate", cycle.adoptionDate());
        put(calendar, "midCycleDate", cycle.midCycleDate());
        put(calendar, "meetingDate", cycle.meetingDate());
        put(calendar, "cutOffDate", cycle.cutOffDate());
        calendar.put("reportingYears", new ArrayList<>(cycle.reportingYears()));
        return calendar;
    }

    private static void put(Map<String, Object> calendar, String key, @Nullable LocalDate date) {
        if (date != null) {
            calendar.put(key, date);
        }
    }
}

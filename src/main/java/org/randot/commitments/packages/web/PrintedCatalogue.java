package org.randot.commitments.packages.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.FormContext;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.reference.Anchors;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.DueDates;
import org.randot.commitments.reference.DueExpression;
import org.randot.commitments.shared.Time;
import org.springframework.stereotype.Component;

/** Commitments with everything that they ask, to be read on paper. */
@Component
class PrintedCatalogue {
    private final Catalogue catalogue;
    private final Forms forms;
    private final Cycles cycles;
    private final DueDates dueDates;
    private final Clock clock;

    PrintedCatalogue(Catalogue catalogue, Forms forms, Cycles cycles, DueDates dueDates, Clock clock) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.cycles = cycles;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    record Chapter(Commitment commitment, List<Section> stages, List<Indicator> indicators) {}

    /** A stage; {@code dates} of the current cycle, as far as its calendar says them now. */
    record Section(Commitment.Stage stage, DueWords due, List<Due> dates, List<Page> tasks) {}

    /** @param year a reporting year, null where the date is of none */
    record Due(@Nullable Integer year, LocalDate date) {}

    record Page(Commitment.Task task, PrintedForm form) {}

    /** @throws org.randot.commitments.shared.Absent for an unknown code */
    List<Chapter> chapters(Optional<String> code, Locale reader) {
        Cycle cycle = cycles.current();
        List<Commitment> commitments =
                code.map(each -> List.of(catalogue.byCode(each))).orElseGet(catalogue::all);
        return commitments.stream()
                .map(each -> new Chapter(
                        each,
                        each.stages().stream()
                                .map(stage -> section(each, stage, cycle, reader))
                                .toList(),
                        catalogue.indicators(each)))
                .toList();
    }

    private Section section(Commitment commitment, Commitment.Stage stage, Cycle cycle, Locale reader) {
        boolean ofAYear = stage.yearly() || commitment.yearly();
        List<Due> dates = new ArrayList<>();
        if (ofAYear) {
            cycle.reportingYears()
                    .forEach(year -> due(stage, cycle, year).ifPresent(date -> dates.add(new Due(year, date))));
        } else {
            due(stage, cycle, null).ifPresent(date -> dates.add(new Due(null, date)));
        }
        return new Section(
                stage,
                DueWords.of(stage.due()),
                dates,
                stage.tasks().stream()
                        .map(task -> new Page(task, form(commitment, task, ofAYear, reader)))
                        .toList());
    }

    private Optional<LocalDate> due(Commitment.Stage stage, Cycle cycle, @Nullable Integer year) {
        return dueDates.dueDate(
                DueExpression.parse(stage.due()), new Anchors(cycle, null, null, year), stage.minimumDays());
    }

    private PrintedForm form(Commitment commitment, Commitment.Task task, boolean ofAYear, Locale reader) {
        LocalDate today = Time.today(clock);
        FormContext nothingSaid =
                new FormContext(Map.of(), ofAYear ? today.getYear() : null, today, Map.of(), Map.of());
        return PrintedForm.of(forms.outline(
                catalogue.form(commitment, task.formId()),
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode(),
                nothingSaid,
                catalogue.texts(commitment, reader)));
    }
}

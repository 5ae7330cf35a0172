package org.randot.commitments.undertakings.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.Applicability;
import org.randot.commitments.undertakings.Assessments;
import org.randot.commitments.undertakings.HistoryEntry;
import org.randot.commitments.undertakings.Suspensions;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.UndertakingView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One state and one commitment: stages, where it stands, what happened. */
@Controller
class UndertakingController {
    private final Undertakings undertakings;
    private final Tasks tasks;
    private final Suspensions suspensions;
    private final Applicability applicability;
    private final Catalogue catalogue;
    private final Optional<Assessments> assessments;
    private final Clock clock;

    UndertakingController(
            Undertakings undertakings,
            Tasks tasks,
            Suspensions suspensions,
            Applicability applicability,
            Catalogue catalogue,
            Optional<Assessments> assessments,
            Clock clock) {
        this.undertakings = undertakings;
        this.tasks = tasks;
        this.suspensions = suspensions;
        this.applicability = applicability;
        this.catalogue = catalogue;
        this.assessments = assessments;
        this.clock = clock;
    }

    @GetMapping("/undertakings/{key}")
    String show(@PathVariable String key, Model model, Locale reader) {
        UndertakingView view = undertakings.get(parse(key));
        Map<String, List<TaskSummary>> byStage = tasks.of(view.key(), reader).stream()
                .collect(Collectors.groupingBy(task -> task.stage().toString()));
        model.addAttribute("undertaking", view);
        model.addAttribute("commitment", catalogue.byCode(view.key().commitment(), view.packageVersion()));
        model.addAttribute("tasks", byStage);
        model.addAttribute(
                "assessment",
                assessments.flatMap(each -> each.of(view.key(), reader)).orElse(null));
        model.addAttribute("position", String.join(" ", undertakings.position(view.key())));
        model.addAttribute(
                "history",
                undertakings.history(view.key()).stream()
                        .map(entry -> readable(entry, reader))
                        .toList());
        model.addAttribute("overdue", overdue(view));
        model.addAttribute("mayTakePart", applicability.mayTakePart(view));
        model.addAttribute("toConfirm", applicability.toConfirm(view).orElse(""));
        model.addAttribute("chairs", suspensions.isPermitted(view.key()));
        model.addAttribute(
                "approved",
                view.stages().stream()
                        .filter(stage -> stage.counts() && stage.status().isApproved())
                        .toList());
        return "undertakings/undertaking";
    }

    /** Days gone, of the stages that are overdue. */
    private Map<String, Long> overdue(UndertakingView view) {
        Map<String, Long> days = new HashMap<>();
        LocalDate today = Time.today(clock);
        if (view.suspended()) {
            return days;
        }
        for (UndertakingView.StageView stage : view.stages()) {
            LocalDate due = stage.dueDate();
            if (due != null
                    && stage.counts()
                    && due.isBefore(today)
                    && stage.status().isWithCoordinator()) {
                days.put(stage.stage().toString(), ChronoUnit.DAYS.between(due, today));
            }
        }
        return days;
    }

    private static UndertakingKey parse(String text) {
        try {
            return UndertakingKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new Absent();
        }
    }

    /** A date in a line of history stands in the reader's way of writing dates. */
    private static HistoryEntry readable(HistoryEntry entry, Locale reader) {
        try {
            String date = LocalDate.parse(entry.detail()).format(DateTimeFormatter.ofPattern("d MMM yyyy", reader));
            return new HistoryEntry(entry.stage(), entry.act(), date, entry.actor(), entry.at());
        } catch (DateTimeParseException noDate) {
            return entry;
        }
    }
}

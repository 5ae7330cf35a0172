package org.randot.commitments.undertakings.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.Assessments;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.UndertakingView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Undertakings and their stages ({@code api.md}). */
@RestController
@RequestMapping("/api/v1/undertakings")
@Tag(name = "Undertakings")
class UndertakingResource {
    private final Undertakings undertakings;
    private final Tasks tasks;
    private final Optional<Assessments> assessments;
    private final Catalogue catalogue;
    private final Cycles cycles;
    private final Clock clock;

    UndertakingResource(
            Undertakings undertakings,
            Tasks tasks,
            Optional<Assessments> assessments,
            Catalogue catalogue,
            Cycles cycles,
            Clock clock) {
        this.undertakings = undertakings;
        this.tasks = tasks;
        this.assessments = assessments;
        this.catalogue = catalogue;
        this.cycles = cycles;
        this.clock = clock;
    }

    /**
     * @param code {@code C1.S4:2025} for one year of a yearly stage
     * @param dueDate null = date to be set
     */
    record StageAnswer(
            String code,
            String title,
            String status,
            boolean counts,
            int weight,
            boolean mandatory,
            @Nullable LocalDate dueDate,
            long overdueDays,
            @Nullable LocalDate openedOn,
            @Nullable Instant settledAt,
            @Nullable String decision,
            int returns) {}

    /**
     * @param notPartyTo the treaty for whose lack nothing of it applies now; null = it applies
     * @param takesPart the state takes part although it is not party
     * @param progress p of domain.md 6.2 in percent; with {@code delivery} and {@code level} null until rated
     */
    record UndertakingAnswer(
            String key,
            String cycle,
            String state,
            String commitment,
            String title,
            Instant launchedAt,
            boolean suspended,
            @Nullable LocalDate suspendedSince,
            @Nullable String notPartyTo,
            boolean takesPart,
            int packageVersion,
            List<StageAnswer> stages,
            @Nullable BigDecimal progress,
            @Nullable String delivery,
            @Nullable String level,
            List<String> reasons) {}

    /** @param reason why the stage does not apply to the state */
    record NotApplicable(@NotBlank @Size(max = 4000) String reason) {}

    @GetMapping
    @Operation(summary = "Undertakings in the caller's scope")
    Paged<UndertakingAnswer> list(
            @RequestParam Optional<String> cycle,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> commitment,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale reader) {
        Paging paging = new Paging(page, size);
        List<UndertakingView> all =
                undertakings.list(cycle.orElseGet(() -> cycles.current().code()), state, commitment);
        List<UndertakingAnswer> items = all.stream()
                .skip(paging.offset())
                .limit(paging.size())
                .map(undertaking -> answer(undertaking, reader))
                .toList();
        return Paged.of(items, paging, all.size());
    }

    @GetMapping("/{key}")
    @Operation(summary = "One undertaking with its stages")
    UndertakingAnswer get(@PathVariable String key, Locale reader) {
        return answer(undertakings.get(key(key)), reader);
    }

    @PostMapping("/{key}/stages/{stage}/not-applicable")
    @Operation(summary = "Ask the reviewer to settle a stage as not applicable (coordinator)")
    UndertakingAnswer notApplicable(
            @PathVariable String key,
            @PathVariable String stage,
            @Valid @RequestBody NotApplicable body,
            Locale reader) {
        tasks.requestNotApplicable(key(key), stage(stage), body.reason());
        return get(key, reader);
    }

    private static UndertakingKey key(String text) {
        try {
            return UndertakingKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new Absent();
        }
    }

    private static StageKey stage(String text) {
        try {
            return StageKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new Absent();
        }
    }

    private UndertakingAnswer answer(UndertakingView undertaking, Locale reader) {
        UndertakingKey key = undertaking.key();
        Commitment commitment = catalogue.byCode(key.commitment(), undertaking.packageVersion());
        Optional<Assessments.Assessment> rated = assessments.flatMap(each -> each.of(key, reader));
        return new UndertakingAnswer(
                key.toString(),
                key.cycle(),
                key.state(),
                key.commitment(),
                commitment.title().in(reader),
                undertaking.launchedAt(),
                undertaking.suspended(),
                undertaking.suspendedOn(),
                undertaking.notPartyTo(),
                undertaking.takesPart(),
                undertaking.packageVersion(),
                undertaking.stages().stream()
                        .map(stage -> answer(stage, undertaking.suspended(), commitment, reader))
                        .toList(),
                rated.map(Assessments.Assessment::progress).orElse(null),
                rated.map(Assessments.Assessment::delivery).orElse(null),
                rated.map(Assessments.Assessment::level).orElse(null),
                rated.map(Assessments.Assessment::reasons).orElse(List.of()));
    }

    private StageAnswer answer(
            UndertakingView.StageView stage, boolean suspended, Commitment commitment, Locale reader) {
        LocalDate due = stage.dueDate();
        long late =
                due == null || suspended || !stage.counts() || !stage.status().isWithCoordinator()
                        ? 0
                        : ChronoUnit.DAYS.between(due, Time.today(clock));
        return new StageAnswer(
                stage.stage().toString(),
                commitment.requireStage(stage.stage()).title().in(reader),
                stage.status().name(),
                stage.counts(),
                stage.weight(),
                stage.mandatory(),
                due,
                Math.max(0, late),
                stage.openedOn(),
                stage.settledAt(),
                stage.decision(),
                stage.returns());
    }
}

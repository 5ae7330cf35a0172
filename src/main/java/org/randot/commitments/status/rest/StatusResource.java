package org.randot.commitments.status.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.States;
import org.randot.commitments.status.Matrix;
import org.randot.commitments.status.Reason;
import org.randot.commitments.status.Status;
import org.randot.commitments.status.StatusCell;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The status matrix ({@code api.md}). */
@RestController
@RequestMapping("/api/v1/status")
@Tag(name = "Status")
class StatusResource {
    private final Status status;
    private final Cycles cycles;
    private final States states;
    private final Catalogue catalogue;
    private final MessageSource messages;

    StatusResource(Status status, Cycles cycles, States states, Catalogue catalogue, MessageSource messages) {
        this.status = status;
        this.cycles = cycles;
        this.states = states;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /** A state or commitment by its code and its name in the reader's language. */
    record Named(String code, String name) {}

    /**
     * @param progress p of domain.md 6.2 in percent
     * @param reasons in the reader's language
     */
    record Cell(
            String state,
            String commitment,
            String level,
            String delivery,
            BigDecimal progress,
            List<String> overdueStages,
            List<String> reasons,
            List<Year> years) {}

    /** One reporting year of a commitment that has an undertaking for each; {@code counts} = it is open and enters the cell. */
    record Year(
            @Nullable Integer year,
            String undertaking,
            boolean counts,
            String level,
            String delivery,
            BigDecimal progress) {}

    /** The matrix on a date, states alphabetical in the reader's language. */
    record MatrixAnswer(LocalDate asOf, List<Named> states, List<Named> commitments, List<Cell> cells) {}

    @GetMapping
    @Operation(summary = "Where the states stand, now or on a past date")
    MatrixAnswer matrix(
            @RequestParam Optional<String> cycle,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> asOf,
            Locale reader) {
        Matrix matrix = status.matrix(cycle.orElseGet(() -> cycles.current().code()), asOf);
        List<Named> rows = states.all(reader).stream()
                .filter(state ->
                        matrix.cells().stream().anyMatch(cell -> cell.state().equals(state.iso3())))
                .map(state -> new Named(state.iso3(), state.name().in(reader)))
                .toList();
        List<Named> columns = matrix.commitments().stream()
                .map(code -> new Named(code, catalogue.byCode(code).title().in(reader)))
                .toList();
        return new MatrixAnswer(
                matrix.asOf(),
                rows,
                columns,
                matrix.cells().stream().map(cell -> answer(cell, reader)).toList());
    }

    private Cell answer(StatusCell cell, Locale reader) {
        return new Cell(
                cell.state(),
                cell.commitment(),
                cell.rating().level().name(),
                cell.rating().delivery().name(),
                cell.rating().progress(),
                cell.rating().overdueStages(),
                cell.rating().reasons().stream()
                        .map(reason -> words(reason, reader))
                        .toList(),
                cell.undertakings().stream()
                        .filter(part -> part.year() != null)
                        .map(StatusResource::year)
                        .toList());
    }

    private static Year year(StatusCell.Part part) {
        return new Year(
                part.year(),
                part.undertaking(),
                part.counts(),
                part.rating().level().name(),
                part.rating().delivery().name(),
                part.rating().progress());
    }

    private String words(Reason reason, Locale reader) {
        return messages.getMessage(
                reason.messageKey(), new Object[] {reason.stages().size(), String.join(", ", reason.stages())}, reader);
    }
}

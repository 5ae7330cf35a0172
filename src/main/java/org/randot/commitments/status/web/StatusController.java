package org.randot.commitments.status.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.randot.commitments.indicators.IndicatorLines;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.randot.commitments.reference.Treaties;
import org.randot.commitments.status.Delivery;
import org.randot.commitments.status.Level;
import org.randot.commitments.status.Matrix;
import org.randot.commitments.status.Status;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The matrix of the CHS and the page of one state. */
@Controller
class StatusController {
    private final Status status;
    private final Cycles cycles;
    private final States states;
    private final Treaties treaties;
    private final Catalogue catalogue;
    private final Undertakings undertakings;
    private final IndicatorLines indicators;

    StatusController(
            Status status,
            Cycles cycles,
            States states,
            Treaties treaties,
            Catalogue catalogue,
            Undertakings undertakings,
            IndicatorLines indicators) {
        this.status = status;
        this.cycles = cycles;
        this.states = states;
        this.treaties = treaties;
        this.catalogue = catalogue;
        this.undertakings = undertakings;
        this.indicators = indicators;
    }

    @GetMapping("/status")
    String matrix(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> asOf,
            @RequestParam Optional<String> commitment,
            Locale reader,
            Model model) {
        Matrix matrix = status.matrix(cycles.current().code(), asOf);
        List<MemberState> rows = states.all(reader).stream()
                .filter(state ->
                        matrix.cells().stream().anyMatch(cell -> cell.state().equals(state.iso3())))
                .toList();
        model.addAttribute("cycle", cycles.current());
        model.addAttribute("matrix", matrix);
        model.addAttribute("states", rows);
        model.addAttribute(
                "commitments",
                matrix.commitments().stream()
                        .filter(code -> commitment.isEmpty()
                                || commitment.get().isBlank()
                                || commitment.get().equals(code))
                        .map(catalogue::byCode)
                        .toList());
        model.addAttribute("past", asOf.isPresent() && matrix.asOf().equals(asOf.get()));
        model.addAttribute("levels", Level.values());
        model.addAttribute("deliveries", Delivery.values());
        return "status/matrix";
    }

    @GetMapping("/states/{iso3}")
    String state(@PathVariable String iso3, Model model, Locale reader) {
        MemberState state = states.get(iso3);
        String cycle = cycles.current().code();
        model.addAttribute("state", state);
        model.addAttribute("indicators", indicators.of(iso3, reader));
        model.addAttribute("undertakings", undertakings.list(cycle, Optional.of(iso3), Optional.empty()));
        model.addAttribute("matrix", status.matrix(cycle, Optional.empty()));
        model.addAttribute("catalogue", catalogue);
        model.addAttribute("treaties", treaties.of(iso3));
        return "status/state";
    }
}

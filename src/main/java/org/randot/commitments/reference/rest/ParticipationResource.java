package org.randot.commitments.reference.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.Participation;
import org.randot.commitments.reference.ParticipationChange;
import org.randot.commitments.reference.Participations;
import org.randot.commitments.shared.Text;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a state takes part, since when and why (domain.md 2.2). */
@RestController
@RequestMapping("/api/v1/states/{iso3}/participation")
@Tag(name = "Reference data")
class ParticipationResource {
    private final Participations participations;

    ParticipationResource(Participations participations) {
        this.participations = participations;
    }

    /** @param reason in the four languages */
    record Change(
            @NotNull Participation participation,
            @NotNull LocalDate effectiveOn,
            @NotNull Text reason,
            @NotBlank String source) {}

    @GetMapping
    @Operation(summary = "The changes of a state's participation, the newest first")
    List<ParticipationChange> history(@PathVariable String iso3) {
        return participations.history(iso3);
    }

    @PostMapping
    @Operation(summary = "Change how a state takes part, from a day on (administrator)")
    List<ParticipationChange> change(
            @PathVariable String iso3, @Valid @RequestBody Change body, @Nullable Principal who) {
        participations.change(
                new ParticipationChange(iso3, body.participation(), body.effectiveOn(), body.reason(), body.source()),
                who == null ? "" : who.getName());
        return participations.history(iso3);
    }
}

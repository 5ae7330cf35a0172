package org.randot.commitments.undertakings.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.undertakings.Applicability;
import org.randot.commitments.undertakings.Extensions;
import org.randot.commitments.undertakings.Reopenings;
import org.randot.commitments.undertakings.Suspensions;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.rest.UndertakingResource.UndertakingAnswer;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** More time, suspension, reopening ({@code api.md}, domain.md 3.7). Each answers the undertaking as it stands then. */
@RestController
@RequestMapping("/api/v1/undertakings/{key}")
@Tag(name = "Undertakings")
class LifecycleResource {
    private final Extensions extensions;
    private final Suspensions suspensions;
    private final Reopenings reopenings;
    private final Applicability applicability;
    private final UndertakingResource undertakings;

    LifecycleResource(
            Extensions extensions,
            Suspensions suspensions,
            Reopenings reopenings,
            Applicability applicability,
            UndertakingResource undertakings) {
        this.extensions = extensions;
        this.suspensions = suspensions;
        this.reopenings = reopenings;
        this.applicability = applicability;
        this.undertakings = undertakings;
    }

    /** @param date the due date that is asked for, not past the cut-off date */
    record MoreTime(
            @NotBlank @Size(max = 4000) String reason,
            @NotNull LocalDate date) {}

    record Reason(@NotBlank @Size(max = 4000) String reason) {}

    @PostMapping("/stages/{stage}/extension")
    @Operation(summary = "Ask the reviewer for a later due date (coordinator)")
    UndertakingAnswer extend(
            @PathVariable String key, @PathVariable String stage, @Valid @RequestBody MoreTime body, Locale reader) {
        extensions.request(key(key), stage(stage), body.date(), body.reason());
        return undertakings.get(key, reader);
    }

    @PostMapping("/suspension")
    @Operation(summary = "Suspend the undertaking (chair)")
    UndertakingAnswer suspend(@PathVariable String key, @Valid @RequestBody Reason body, Locale reader) {
        suspensions.suspend(key(key), body.reason());
        return undertakings.get(key, reader);
    }

    @DeleteMapping("/suspension")
    @Operation(summary = "Resume the undertaking with the time that was left (chair)")
    UndertakingAnswer resume(@PathVariable String key, Locale reader) {
        suspensions.resume(key(key));
        return undertakings.get(key, reader);
    }

    @PostMapping("/take-part")
    @Operation(summary = "Declare that the state takes part although it is not party to the treaty (coordinator)")
    UndertakingAnswer takePart(@PathVariable String key, Locale reader) {
        applicability.takePart(key(key));
        return undertakings.get(key, reader);
    }

    @PostMapping("/stages/{stage}/reopening")
    @Operation(summary = "Have an approved stage corrected (chair, until the report is circulated)")
    UndertakingAnswer reopen(
            @PathVariable String key, @PathVariable String stage, @Valid @RequestBody Reason body, Locale reader) {
        reopenings.reopen(key(key), stage(stage), body.reason());
        return undertakings.get(key, reader);
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
}

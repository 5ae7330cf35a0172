package org.randot.commitments.undertakings.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.undertakings.DelegationView;
import org.randot.commitments.undertakings.Delegations;
import org.randot.commitments.undertakings.Delegations.MadeLink;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Parts of a task given to others ({@code api.md}). */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
@Tag(name = "Tasks")
class DelegationResource {
    private final Delegations delegations;

    DelegationResource(Delegations delegations) {
        this.delegations = delegations;
    }

    /** @param fields ids of groups of fields, tables or single fields; none = all that nobody has yet */
    record DelegateBody(@NotBlank String to, @Nullable List<String> fields) {}

    /** @param days how long the link lives, 14 unless told */
    record LinkBody(
            @NotBlank String to,
            @NotBlank String field,
            @Nullable Integer days) {}

    record NoteBody(@NotBlank String note) {}

    @PostMapping("/delegate")
    @Operation(summary = "Give the task or parts of it to a contributor of the own state (coordinator)")
    List<DelegationView> delegate(@PathVariable UUID id, @Valid @RequestBody DelegateBody body, Locale reader) {
        List<String> fields = body.fields();
        delegations.delegate(id, body.to(), fields == null ? List.of() : fields);
        return delegations.of(id, reader);
    }

    @PostMapping("/links")
    @Operation(summary = "A link by which one part can be filled once without an account; shown once (coordinator)")
    ResponseEntity<MadeLink> link(@PathVariable UUID id, @Valid @RequestBody LinkBody body) {
        Integer days = body.days();
        MadeLink made = delegations.link(id, body.to(), body.field(), days == null ? Delegations.DEFAULT_DAYS : days);
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + id + "/parts"))
                .body(made);
    }

    @GetMapping("/parts")
    @Operation(summary = "Who has or had what of the task (coordinator)")
    List<DelegationView> parts(@PathVariable UUID id, Locale reader) {
        return delegations.of(id, reader);
    }

    @PostMapping("/finish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The own part is ready (contributor)")
    void finish(@PathVariable UUID id) {
        delegations.finish(id);
    }

    @PostMapping("/parts/{part}/approve")
    @Operation(summary = "Take the answers of a part that is back over into the draft (coordinator)")
    List<DelegationView> approve(@PathVariable UUID id, @PathVariable UUID part, Locale reader) {
        delegations.approve(id, part, reader);
        return delegations.of(id, reader);
    }

    @PostMapping("/parts/{part}/return")
    @Operation(summary = "Send a part back to its contributor with a note (coordinator)")
    List<DelegationView> sendBack(
            @PathVariable UUID id, @PathVariable UUID part, @Valid @RequestBody NoteBody body, Locale reader) {
        delegations.sendBack(id, part, body.note());
        return delegations.of(id, reader);
    }

    @PostMapping("/parts/{part}/take-back")
    @Operation(summary = "Take a part back without its answers, or end its link (coordinator)")
    List<DelegationView> takeBack(@PathVariable UUID id, @PathVariable UUID part, Locale reader) {
        delegations.takeBack(id, part);
        return delegations.of(id, reader);
    }
}

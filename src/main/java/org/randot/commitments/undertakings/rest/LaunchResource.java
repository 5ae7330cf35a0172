package org.randot.commitments.undertakings.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.undertakings.LaunchProgress;
import org.randot.commitments.undertakings.LaunchRule;
import org.randot.commitments.undertakings.Launches;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Launching a cycle ({@code api.md}). */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Launch")
class LaunchResource {
    private final Launches launches;

    LaunchResource(Launches launches) {
        this.launches = launches;
    }

    /**
     * @param states ISO3 codes, null = all that take part
     * @param commitments codes, null = all that are deployed
     */
    record Launch(@Nullable List<String> states, @Nullable List<String> commitments) {}

    @PostMapping("/cycles/{code}/launch")
    @Operation(summary = "Start the missing undertakings of a cycle in the background (administrator)")
    ResponseEntity<LaunchProgress> launch(
            @PathVariable String code, @RequestBody(required = false) @Nullable Launch body) {
        UUID id = launches.launch(code, body == null ? null : body.states(), body == null ? null : body.commitments());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/launches/" + id))
                .body(launches.progress(id));
    }

    /** The count rule of domain.md 3.1, and how many of them were started. */
    record LaunchCount(int states, int commitments, int yearly, int years, int total, long started) {}

    @GetMapping("/cycles/{code}/launch")
    @Operation(summary = "How many undertakings the cycle has by the rule, and how many were started (administrator)")
    LaunchCount count(@PathVariable String code) {
        LaunchRule rule = launches.rule(code);
        return new LaunchCount(
                rule.states(), rule.commitments(), rule.yearly(), rule.years(), rule.total(), launches.started(code));
    }

    @GetMapping("/launches/{id}")
    @Operation(summary = "How far a launch has come (administrator)")
    LaunchProgress progress(@PathVariable UUID id) {
        return launches.progress(id);
    }
}

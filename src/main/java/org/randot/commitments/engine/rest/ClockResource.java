package org.randot.commitments.engine.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.randot.commitments.engine.SharedClock;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Demonstration")
@RestController
@Profile("demo")
@RequestMapping("/api/v1/clock")
class ClockResource {
    private final SharedClock clock;

    ClockResource(SharedClock clock) {
        this.clock = clock;
    }

    record Now(@NotNull Instant now) {}

    @Operation(summary = "What the product's clock shows")
    @GetMapping
    Now show() {
        return new Now(clock.now());
    }

    @Operation(summary = "Moves the clock forward and runs what became due")
    @PostMapping
    Now move(@Valid @RequestBody Now wanted) {
        return new Now(clock.moveTo(wanted.now()));
    }
}

package org.randot.commitments.undertakings.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.randot.commitments.engine.FailedJobs;
import org.randot.commitments.undertakings.FailedSteps;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Steps of processes that failed. */
@RestController
@RequestMapping("/api/v1/failed-steps")
@Tag(name = "Administration")
class FailedStepResource {
    private final FailedSteps steps;

    FailedStepResource(FailedSteps steps) {
        this.steps = steps;
    }

    /** As a list of the others: {@code items}. */
    record Steps(List<FailedJobs.Failed> items) {}

    @GetMapping
    @Operation(summary = "Steps of processes that failed as often as they were tried (administrator)")
    Steps list() {
        return new Steps(steps.list());
    }

    @PostMapping("/{id}/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Have a failed step tried again (administrator)")
    void tryAgain(@PathVariable String id) {
        steps.tryAgain(id);
    }
}

package org.randot.commitments.review.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.review.DecideReview;
import org.randot.commitments.review.ReviewQuery;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.Mark;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reviews over REST (api.md). */
@RestController
@RequestMapping("/api/v1/reviews")
@Tag(name = "reviews")
class ReviewResource {
    private final Reviews reviews;

    ReviewResource(Reviews reviews) {
        this.reviews = reviews;
    }

    /** @param decision one of those that {@code actions} of the review lists */
    record DecisionBody(
            @NotNull Integer version,
            @NotNull String decision,
            @Nullable String text,
            @Nullable List<@Valid MarkBody> marks) {}

    record MarkBody(@NotNull String field, @NotNull String text) {}

    @GetMapping
    @Operation(summary = "The queue: open reviews unless a status (or ALL) is asked for")
    Paged<ReviewJson.Line> queue(
            @RequestParam(defaultValue = "OPEN") String status,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String commitment,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return reviews.queue(ReviewQuery.of(status, state, commitment), new Paging(page, size))
                .map(ReviewJson.Line::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A submission beside its acceptance criteria; opening it ends the state's right to recall")
    ReviewJson one(@PathVariable UUID id, Locale reader) {
        return ReviewJson.of(reviews.open(id), reader);
    }

    @PostMapping("/{id}/decision")
    @Operation(summary = "Decides a review")
    ReviewJson decide(@PathVariable UUID id, @Valid @RequestBody DecisionBody body, Locale reader) {
        String text = body.text();
        List<MarkBody> marks = body.marks();
        DecideReview command = new DecideReview(
                id,
                body.version(),
                body.decision(),
                text == null ? "" : text,
                marks == null
                        ? List.of()
                        : marks.stream()
                                .map(mark -> new Mark(mark.field(), mark.text()))
                                .toList(),
                Set.of());
        return ReviewJson.of(reviews.decide(command), reader);
    }
}

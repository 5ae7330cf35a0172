package org.randot.commitments.undertakings.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.UUID;
import org.randot.commitments.undertakings.DraftSaved;
import org.randot.commitments.undertakings.Offers;
import org.randot.commitments.undertakings.TakeOffer;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Taking what is known already into a draft. */
@RestController
@Tag(name = "Tasks")
class OfferResource {
    private final Offers offers;

    OfferResource(Offers offers) {
        this.offers = offers;
    }

    record TakeBody(@NotNull Integer version) {}

    @PostMapping("/api/v1/tasks/{id}/offers/{offer}/take")
    @Operation(summary = "Take an offered value into the draft (coordinator); what stood there is offered from then on")
    TaskResource.DraftAnswer take(
            @PathVariable UUID id, @PathVariable String offer, @Valid @RequestBody TakeBody body, Locale reader) {
        DraftSaved saved = offers.take(new TakeOffer(id, offer, body.version()), reader);
        return TaskResource.DraftAnswer.of(saved);
    }
}

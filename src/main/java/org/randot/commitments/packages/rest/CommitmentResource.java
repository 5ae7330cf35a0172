package org.randot.commitments.packages.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What each commitment asks ({@code api.md}). */
@RestController
@RequestMapping("/api/v1/commitments")
@Tag(name = "Commitments")
class CommitmentResource {
    private final Catalogue catalogue;

    CommitmentResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Operation(summary = "All commitments with their stages")
    Paged<CommitmentAnswer> all(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Paging.DEFAULT_SIZE) int size,
            Locale reader) {
        Paging paging = new Paging(page, size);
        List<Commitment> all = catalogue.all();
        return Paged.of(all.stream().skip(paging.offset()).limit(paging.size()).toList(), paging, all.size())
                .map(commitment -> CommitmentAnswer.of(commitment, null, reader));
    }

    @GetMapping("/{code}")
    @Operation(summary = "One commitment with its stages and indicators")
    CommitmentAnswer one(@PathVariable String code, Locale reader) {
        Commitment commitment = catalogue.byCode(code);
        return CommitmentAnswer.of(commitment, catalogue.indicators(commitment, reader), reader);
    }
}

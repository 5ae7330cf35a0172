package org.randot.commitments.reference.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.ChangeTreatyStatus;
import org.randot.commitments.reference.Instrument;
import org.randot.commitments.reference.Standing;
import org.randot.commitments.reference.Treaties;
import org.randot.commitments.reference.TreatyStatus;
import org.randot.commitments.shared.Absent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a state stands towards treaties (domain.md 2.3). */
@RestController
@RequestMapping("/api/v1/states/{iso3}/treaties")
@Tag(name = "Reference data")
class TreatyResource {
    private final Treaties treaties;

    TreatyResource(Treaties treaties) {
        this.treaties = treaties;
    }

    /**
     * @param since day of ratification, accession or signature
     * @param version that the caller saw; 0 where nobody entered anything yet
     */
    record Change(
            @NotNull Standing status,
            @Nullable LocalDate since,
            @Nullable String reservation,
            @Nullable String sourceUrl,
            @NotNull Integer version) {}

    @GetMapping
    @Operation(summary = "Where the state stands towards each instrument; UNKNOWN counts as party, to be confirmed")
    List<TreatyStatus> list(@PathVariable String iso3, HttpServletRequest reader) {
        List<TreatyStatus> all = treaties.of(iso3);
        return Persons.areToldTo(reader)
                ? all
                : all.stream().map(TreatyStatus::withoutPerson).toList();
    }

    @PutMapping("/{instrument}")
    @Operation(summary = "Enter what a treaty register says (administrator)")
    TreatyStatus change(
            @PathVariable String iso3,
            @PathVariable String instrument,
            @Valid @RequestBody Change body,
            @Nullable Principal who) {
        return treaties.change(
                new ChangeTreatyStatus(
                        iso3,
                        known(instrument),
                        body.status(),
                        body.since(),
                        orEmpty(body.reservation()),
                        orEmpty(body.sourceUrl()),
                        body.version()),
                who == null ? "" : who.getName());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Instrument known(String code) {
        return Arrays.stream(Instrument.values())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .orElseThrow(Absent::new);
    }
}

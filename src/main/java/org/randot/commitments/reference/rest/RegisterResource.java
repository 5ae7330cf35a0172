package org.randot.commitments.reference.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.Agency;
import org.randot.commitments.reference.Described;
import org.randot.commitments.reference.Law;
import org.randot.commitments.reference.Register;
import org.randot.commitments.reference.RegisterEntry;
import org.randot.commitments.reference.RegisterSearch;
import org.randot.commitments.reference.Registers;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The registers of a state, for those who are of it. */
@RestController
@RequestMapping("/api/v1/states/{iso3}")
@Tag(name = "Registers")
class RegisterResource {
    private final Registers registers;

    RegisterResource(Registers registers) {
        this.registers = registers;
    }

    /** @param retired offered no more; where it was used it stays */
    record AgencyChange(
            @NotNull Integer version,
            @NotNull Agency description,
            @Nullable Boolean retired) {}

    /** @param retired offered no more; where it was used it stays */
    record LawChange(
            @NotNull Integer version,
            @NotNull Law description,
            @Nullable Boolean retired) {}

    @GetMapping("/agencies")
    @Operation(summary = "The state's register of agencies (the state itself)")
    Paged<RegisterEntry<Agency>> agencies(
            @PathVariable String iso3,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale reader) {
        RegisterSearch search = new RegisterSearch(q, retired, new Paging(page, size));
        return registers.list(Register.AGENCIES, iso3, search, reader);
    }

    @GetMapping("/laws")
    @Operation(summary = "The state's register of laws (the state itself)")
    Paged<RegisterEntry<Law>> laws(
            @PathVariable String iso3,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Locale reader) {
        RegisterSearch search = new RegisterSearch(q, retired, new Paging(page, size));
        return registers.list(Register.LAWS, iso3, search, reader);
    }

    @GetMapping("/agencies/{id}")
    @Operation(summary = "One agency (the state itself)")
    RegisterEntry<Agency> agency(@PathVariable String iso3, @PathVariable UUID id) {
        return registers.get(Register.AGENCIES, iso3, id);
    }

    @GetMapping("/laws/{id}")
    @Operation(summary = "One law (the state itself)")
    RegisterEntry<Law> law(@PathVariable String iso3, @PathVariable UUID id) {
        return registers.get(Register.LAWS, iso3, id);
    }

    @PostMapping("/agencies")
    @Operation(summary = "Enter an agency (coordinator)")
    ResponseEntity<RegisterEntry<Agency>> addAgency(@PathVariable String iso3, @RequestBody Agency body) {
        return added(Register.AGENCIES, iso3, registers.add(Register.AGENCIES, iso3, body));
    }

    @PostMapping("/laws")
    @Operation(summary = "Enter a law (coordinator)")
    ResponseEntity<RegisterEntry<Law>> addLaw(@PathVariable String iso3, @RequestBody Law body) {
        return added(Register.LAWS, iso3, registers.add(Register.LAWS, iso3, body));
    }

    private <D extends Described> ResponseEntity<RegisterEntry<D>> added(Register<D> register, String iso3, UUID id) {
        return ResponseEntity.created(URI.create("/api/v1/states/" + iso3 + "/" + register.path() + "/" + id))
                .body(registers.get(register, iso3, id));
    }

    @PutMapping("/agencies/{id}")
    @Operation(summary = "Change or retire an agency (coordinator)")
    RegisterEntry<Agency> changeAgency(
            @PathVariable String iso3, @PathVariable UUID id, @Valid @RequestBody AgencyChange body) {
        boolean retired = Boolean.TRUE.equals(body.retired());
        return registers.change(
                Register.AGENCIES, iso3, new RegisterEntry<>(id, body.description(), retired, body.version()));
    }

    @PutMapping("/laws/{id}")
    @Operation(summary = "Change or retire a law (coordinator)")
    RegisterEntry<Law> changeLaw(@PathVariable String iso3, @PathVariable UUID id, @Valid @RequestBody LawChange body) {
        boolean retired = Boolean.TRUE.equals(body.retired());
        return registers.change(
                Register.LAWS, iso3, new RegisterEntry<>(id, body.description(), retired, body.version()));
    }
}

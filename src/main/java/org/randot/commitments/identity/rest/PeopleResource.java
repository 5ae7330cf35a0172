package org.randot.commitments.identity.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.PeopleAdministration;
import org.randot.commitments.identity.PersonView;
import org.randot.commitments.identity.Role;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Time;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People and nominations, for the administrator. */
@RestController
@RequestMapping("/api/v1/people")
@Tag(name = "People")
class PeopleResource {
    private final PeopleAdministration people;
    private final Clock clock;

    PeopleResource(PeopleAdministration people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    record Link(String link) {}

    /** @param state of national roles and of the nomination; null for none */
    record AddBody(
            @NotBlank String username,
            @NotBlank String name,
            @Nullable String email,
            @NotNull Set<Role> roles,
            @Nullable String state,
            @Nullable String noteVerbale) {
        PeopleAdministration.AddPerson toCommand() {
            return new PeopleAdministration.AddPerson(
                    username, name, email, roles, state, Objects.requireNonNullElse(noteVerbale, ""));
        }
    }

    /**
     * @param version that the caller saw
     * @param from first day of a new nomination; null = today
     */
    record ChangeBody(
            @NotNull Integer version,
            @NotBlank String name,
            @Nullable String email,
            @NotNull Set<Role> roles,
            @Nullable String state,
            @Nullable String noteVerbale,
            @Nullable LocalDate from) {
        PeopleAdministration.ChangePerson toCommand(LocalDate today) {
            return new PeopleAdministration.ChangePerson(
                    version,
                    name,
                    email,
                    roles,
                    state,
                    Objects.requireNonNullElse(noteVerbale, ""),
                    Objects.requireNonNullElse(from, today));
        }
    }

    @GetMapping
    @Operation(summary = "People by name; q is part of a name or username")
    Paged<PersonView> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return people.find(q, new Paging(page, size));
    }

    @GetMapping("/{id}")
    PersonView get(@PathVariable UUID id) {
        return people.get(id);
    }

    @GetMapping("/{id}/nominations")
    List<PeopleAdministration.NominationView> nominations(@PathVariable UUID id) {
        people.get(id);
        return people.nominations(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a person; the link lets the person choose a password within 30 minutes")
    PeopleAdministration.Added add(@Valid @RequestBody AddBody body) {
        return people.add(body.toCommand());
    }

    @PutMapping("/{id}")
    PersonView change(@PathVariable UUID id, @Valid @RequestBody ChangeBody body) {
        people.change(id, body.toCommand(Time.today(clock)));
        return people.get(id);
    }

    @PostMapping("/{id}/{change:activate|deactivate}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void activate(@PathVariable UUID id, @PathVariable String change) {
        people.setActive(id, "activate".equals(change));
    }

    @PostMapping("/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    Link invite(@PathVariable UUID id) {
        return new Link(people.invite(id));
    }
}

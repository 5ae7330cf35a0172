package org.randot.commitments.identity.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.randot.commitments.identity.PeopleAdministration;
import org.randot.commitments.identity.PersonView;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
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

    PeopleResource(PeopleAdministration people) {
        this.people = people;
    }

    record Link(String link) {}

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
    PeopleAdministration.Added add(@RequestBody PeopleAdministration.AddPerson command) {
        return people.add(command);
    }

    @PutMapping("/{id}")
    PersonView change(@PathVariable UUID id, @RequestBody PeopleAdministration.ChangePerson command) {
        people.change(id, command);
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

package org.randot.commitments.identity.web;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.PeopleAdministration.AddPerson;
import org.randot.commitments.identity.PeopleAdministration.ChangePerson;
import org.randot.commitments.identity.PersonView;
import org.randot.commitments.identity.Role;
import org.springframework.format.annotation.DateTimeFormat;

/** What the form of a person holds; {@code username} only for a new one. */
record PersonForm(
        @Nullable Integer version,
        @Nullable String username,
        @Nullable String name,
        @Nullable String email,
        @Nullable Set<Role> roles,
        @Nullable String state,
        @Nullable String noteVerbale,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from) {

    static PersonForm empty(LocalDate today) {
        return new PersonForm(null, "", "", "", Set.of(), "", "", today);
    }

    static PersonForm of(PersonView person, LocalDate today) {
        return new PersonForm(
                person.version(),
                person.username(),
                person.name(),
                person.email(),
                person.roles(),
                person.state(),
                "",
                today);
    }

    AddPerson toAdd() {
        return new AddPerson(text(username), text(name), orNull(email), given(), orNull(state), text(noteVerbale));
    }

    ChangePerson toChange(LocalDate today) {
        return new ChangePerson(
                version == null ? 0 : version,
                text(name),
                orNull(email),
                given(),
                orNull(state),
                text(noteVerbale),
                from == null ? today : from);
    }

    private Set<Role> given() {
        return roles == null ? Set.of() : Set.copyOf(roles);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

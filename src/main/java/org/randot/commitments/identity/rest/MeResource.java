package org.randot.commitments.identity.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Profile;
import org.randot.commitments.shared.Language;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The own account. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Me")
class MeResource {
    private final CurrentActor actor;
    private final Profile profile;

    MeResource(CurrentActor actor, Profile profile) {
        this.actor = actor;
        this.profile = profile;
    }

    record Me(
            String username,
            String name,
            List<String> roles,
            @Nullable String state,
            String language) {}

    record LanguageChoice(
            @NotBlank @Pattern(regexp = "en|es|pt|fr") String language) {}

    record PasswordChange(@NotBlank String old, @NotBlank String wanted) {}

    @GetMapping
    @Operation(summary = "Who I am")
    Me me() {
        Actor person = actor.get();
        return new Me(
                person.username(),
                person.name(),
                person.roles().stream().sorted().map(Enum::name).toList(),
                person.state(),
                person.language().tag());
    }

    @PutMapping("/language")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose the language of pages and messages")
    void language(@Valid @RequestBody LanguageChoice choice) {
        profile.changeLanguage(actor.get().id(), Language.of(Locale.forLanguageTag(choice.language())));
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change the own password; all sessions and tokens end")
    void password(@Valid @RequestBody PasswordChange change, HttpServletRequest request) {
        profile.changePassword(actor.get().id(), change.old(), change.wanted(), request.getRemoteAddr());
    }
}

package org.randot.commitments.identity.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.SignIn;
import org.randot.commitments.identity.SignedIn;
import org.randot.commitments.identity.Tokens;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in to the REST interface, and the tokens of the own account. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens")
class TokenResource {
    private final SignIn signIn;
    private final Tokens tokens;
    private final CurrentActor actor;
    private final MessageSource messages;

    TokenResource(SignIn signIn, Tokens tokens, CurrentActor actor, MessageSource messages) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.actor = actor;
        this.messages = messages;
    }

    record Credentials(
            @NotBlank @Size(max = 200) String username,
            @NotBlank @Size(max = 512) String password,
            @Size(max = 100) @Nullable String label) {}

    @PostMapping
    @Operation(
            summary = "Sign in: a token for the header Authorization: Bearer …; after failures one has to wait (429)")
    ResponseEntity<Object> make(@Valid @RequestBody Credentials given, HttpServletRequest request) {
        Optional<SignedIn> person = signIn.withPassword(given.username(), given.password(), request.getRemoteAddr());
        if (person.isEmpty()) {
            return refused(request);
        }
        String label = given.label();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(tokens.make(person.get().person(), label == null ? "" : label));
    }

    @GetMapping
    @Operation(summary = "The tokens of the own account, without their secrets")
    List<Tokens.TokenView> list() {
        return tokens.of(actor.get().id());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a token of the own account")
    void revoke(@PathVariable UUID id) {
        tokens.revoke(actor.get().id(), id);
    }

    private ResponseEntity<Object> refused(HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED,
                messages.getMessage("identity.signIn.failed", null, LocaleContextHolder.getLocale()));
        problem.setInstance(URI.create(request.getRequestURI()));
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

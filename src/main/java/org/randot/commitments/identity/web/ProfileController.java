package org.randot.commitments.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.PasswordRefused;
import org.randot.commitments.identity.Profile;
import org.randot.commitments.identity.Sessions;
import org.randot.commitments.identity.SignedIn;
import org.randot.commitments.identity.Tokens;
import org.randot.commitments.identity.TooManyAttempts;
import org.randot.commitments.shared.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person sees and changes about the own account. */
@Controller
@RequestMapping("/profile")
class ProfileController {
    private static final String PAGE = "identity/profile";
    private static final String HERE = "redirect:/profile";

    private final CurrentActor actor;
    private final Profile profile;
    private final Tokens tokens;
    private final Sessions sessions;

    ProfileController(CurrentActor actor, Profile profile, Tokens tokens, Sessions sessions) {
        this.actor = actor;
        this.profile = profile;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @GetMapping
    String show(Model model, HttpServletRequest request) {
        Actor person = actor.get();
        HttpSession session = request.getSession(false);
        model.addAttribute("person", person);
        model.addAttribute("languages", Language.values());
        model.addAttribute("tokens", tokens.of(person.id()));
        model.addAttribute("sessions", sessions.of(person.id(), session == null ? "" : session.getId()));
        return PAGE;
    }

    @PostMapping("/language")
    String language(@RequestParam Language language) {
        profile.changeLanguage(actor.get().id(), language);
        return HERE + "?lang=" + language.tag();
    }

    /** The secret is shown in the answer to the post itself, so that it is kept nowhere. */
    @PostMapping("/tokens")
    String makeToken(@RequestParam(defaultValue = "") String label, Model model, HttpServletRequest request) {
        model.addAttribute("made", tokens.make(actor.get().id(), label));
        return show(model, request);
    }

    @PostMapping("/tokens/{id}/revoke")
    String revokeToken(@PathVariable UUID id, RedirectAttributes flash) {
        tokens.revoke(actor.get().id(), id);
        flash.addFlashAttribute("done", "identity.profile.tokenRevoked");
        return HERE;
    }

    @PostMapping("/sessions/{id:[0-9a-f]{64}}/end")
    String endSession(@PathVariable String id, RedirectAttributes flash) {
        sessions.end(actor.get().id(), id);
        flash.addFlashAttribute("done", "identity.profile.sessionEnded");
        return HERE;
    }

    @PostMapping("/password")
    String password(
            PasswordForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            goOn(request, profile.changePassword(actor.get().id(), form.old(), form.wanted(), request.getRemoteAddr()));
            flash.addFlashAttribute("done", "identity.profile.passwordChanged");
            return HERE;
        } catch (PasswordRefused | TooManyAttempts refused) {
            model.addAttribute("passwordError", refused);
            response.setStatus((refused instanceof TooManyAttempts
                            ? HttpStatus.TOO_MANY_REQUESTS
                            : HttpStatus.UNPROCESSABLE_ENTITY)
                    .value());
            return show(model, request);
        }
    }

    record PasswordForm(String old, String wanted) {
        PasswordForm {
            old = old == null ? "" : old;
            wanted = wanted == null ? "" : wanted;
        }
    }

    /** All other sessions end; this one goes on under a new id. */
    private static void goOn(HttpServletRequest request, SignedIn signedIn) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            request.changeSessionId();
            session.setAttribute(Sessions.STAMP, signedIn.stamp());
        }
    }
}

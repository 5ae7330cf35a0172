package org.randot.commitments.shell.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Sessions;
import org.randot.commitments.identity.SignIn;
import org.randot.commitments.identity.SignedIn;
import org.randot.commitments.identity.TooManyAttempts;
import org.randot.commitments.shared.Absent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out, and giving back a text that arrived after the session had ended. */
@Controller
class SignInController {
    private static final String PAGE = "shell/sign-in";

    private final SignIn signIn;
    private final Sessions people;
    private final WebSession session;
    private final KeptPosts keptPosts;
    private final CurrentActor actor;
    private final ApplicationEventPublisher events;

    SignInController(
            SignIn signIn,
            Sessions people,
            WebSession session,
            KeptPosts keptPosts,
            CurrentActor actor,
            ApplicationEventPublisher events) {
        this.signIn = signIn;
        this.people = people;
        this.session = session;
        this.keptPosts = keptPosts;
        this.actor = actor;
        this.events = events;
    }

    /** @param kept key of a text that waits for this sign-in */
    record SignInForm(String username, String password, String target, String kept) {
        SignInForm {
            username = username == null ? "" : username;
            password = password == null ? "" : password;
            target = target == null ? "/" : target;
            kept = kept == null ? "" : kept;
        }

        /** Only to a page of ours. */
        String next() {
            boolean ours = target.startsWith("/")
                    && !target.startsWith("//")
                    && !target.startsWith("/sign-in")
                    && target.chars().noneMatch(c -> c <= ' ' || c == '\\' || c == '{' || c == 127);
            return ours ? target : "/";
        }
    }

    @GetMapping("/sign-in")
    String ask(
            @ModelAttribute("form") SignInForm form,
            @RequestParam(required = false) Optional<String> out,
            Model model) {
        if (actor.find().isPresent() && form.kept().isEmpty()) {
            return "redirect:" + form.next();
        }
        model.addAttribute("signedOut", out.isPresent());
        return page(model);
    }

    @PostMapping("/sign-in")
    String enter(
            @ModelAttribute("form") SignInForm form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            Optional<SignedIn> person = signIn.withPassword(form.username(), form.password(), request.getRemoteAddr());
            if (person.isPresent()) {
                begin(person.get(), request);
                return "redirect:"
                        + (form.kept().isEmpty() ? form.next() : "/sign-in/kept?key=" + onlyKey(form.kept()));
            }
            model.addAttribute("failed", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        } catch (TooManyAttempts refused) {
            model.addAttribute("wait", refused.seconds());
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.seconds()));
        }
        return page(model);
    }

    @GetMapping("/sign-in/kept")
    String kept(@RequestParam String key, Model model) {
        model.addAttribute("kept", keptPosts.open(key, actor.get().id()).orElseThrow(Absent::new));
        return "shell/kept";
    }

    @PostMapping("/sign-out")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        session.end(request);
        response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
        return "redirect:/sign-in?out";
    }

    private void begin(SignedIn signedIn, HttpServletRequest request) {
        session.begin(request, signedIn);
        people.actor(signedIn)
                .ifPresent(person -> events.publishEvent(new InteractiveAuthenticationSuccessEvent(
                        new PersonAuthentication(person), SignInController.class)));
    }

    private String page(Model model) {
        model.addAttribute("demo", signIn.demoAccounts());
        return PAGE;
    }

    private static String onlyKey(String text) {
        return text.replaceAll("[^A-Za-z0-9_-]", "");
    }
}

package org.randot.commitments.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import org.randot.commitments.identity.Invitations;
import org.randot.commitments.identity.PasswordRefused;
import org.randot.commitments.identity.RightsRefused;
import org.randot.commitments.shared.Absent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a one-time link leads: a person chooses a password, the first administrator also a username. */
@Controller
@RequestMapping("/welcome/{secret}")
class WelcomeController {
    private static final String PAGE = "identity/welcome";

    private final Invitations invitations;

    WelcomeController(Invitations invitations) {
        this.invitations = invitations;
    }

    record WelcomeForm(String username, String name, String password) {
        WelcomeForm {
            username = username == null ? "" : username;
            name = name == null ? "" : name;
            password = password == null ? "" : password;
        }
    }

    @GetMapping
    String show(@PathVariable String secret, @ModelAttribute("form") WelcomeForm form, Model model) {
        model.addAttribute("invitation", invitations.find(secret).orElseThrow(Absent::new));
        model.addAttribute("secret", secret);
        return PAGE;
    }

    @PostMapping
    String accept(
            @PathVariable String secret,
            @ModelAttribute("form") WelcomeForm form,
            Model model,
            HttpServletResponse response) {
        try {
            invitations.accept(secret, form.username(), form.name(), form.password());
            return "redirect:/sign-in";
        } catch (PasswordRefused | RightsRefused refused) {
            model.addAttribute("refused", refused);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(secret, form, model);
        }
    }
}

package org.randot.commitments.shell;

import jakarta.servlet.http.HttpServletResponse;
import org.randot.commitments.identity.People;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** After sign-in the pages speak the language of the account, until the person chooses another. */
@Component
class SignInLanguage {
    private final People people;

    SignInLanguage(People people) {
        this.people = people;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent signedIn) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return;
        }
        HttpServletResponse response = attributes.getResponse();
        if (response == null) {
            return;
        }
        people.byUsername(signedIn.getAuthentication().getName())
                .ifPresent(person -> RequestLanguage.keep(person.language(), attributes.getRequest(), response));
    }
}

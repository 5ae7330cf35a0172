package org.randot.commitments.undertakings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.randot.commitments.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells on the page itself why an act was refused, so that what was typed there can stay. */
@Component
class Refusing {
    private final MessageSource messages;

    Refusing(MessageSource messages) {
        this.messages = messages;
    }

    /** Puts the reason into {@code notDone}. What may not be known or done at all is told on a page of its own. */
    void tell(Refusal refused, Model model, Locale reader, HttpServletResponse response) {
        response.setStatus(refused.kind().status());
        model.addAttribute("notDone", text(refused, reader));
    }

    String text(Refusal refused, Locale reader) {
        if (refused.kind() == Refusal.Kind.ABSENT || refused.kind() == Refusal.Kind.FORBIDDEN) {
            throw refused;
        }
        return messages.getMessage(refused.key(), refused.arguments(), reader);
    }
}

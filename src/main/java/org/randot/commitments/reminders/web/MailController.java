package org.randot.commitments.reminders.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reminders.mail.AddressMissing;
import org.randot.commitments.reminders.mail.Mails;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What was sent by mail: to oneself, to a person, about an undertaking; and the administrator's view of all. */
@Controller
class MailController {
    private static final int SIZE = 25;

    private final Mails mails;

    MailController(Mails mails) {
        this.mails = mails;
    }

    @GetMapping("/mail")
    String sent(
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String undertaking,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Paging paging = new Paging(page, SIZE);
        UriComponentsBuilder here = UriComponentsBuilder.fromPath("/mail");
        if (undertaking != null) {
            model.addAttribute("mails", mails.about(key(undertaking), paging));
            model.addAttribute("undertaking", undertaking);
            here.queryParam("undertaking", undertaking);
        } else if (person != null) {
            model.addAttribute("mails", mails.of(person, paging));
            model.addAttribute("person", person);
            here.queryParam("person", person);
        } else {
            model.addAttribute("mails", mails.mine(paging));
        }
        model.addAttribute("here", here.encode().toUriString());
        return "reminders/sent";
    }

    @GetMapping("/admin/mail")
    String all(
            @RequestParam(defaultValue = "") String status, @RequestParam(defaultValue = "0") int page, Model model) {
        Optional<Mails.Status> wanted = status(status);
        model.addAttribute("mails", mails.all(wanted, new Paging(page, SIZE)));
        model.addAttribute("trouble", mails.trouble());
        model.addAttribute("statuses", Mails.Status.values());
        model.addAttribute("status", wanted.map(Enum::name).orElse(""));
        model.addAttribute(
                "here", "/admin/mail?status=" + wanted.map(Enum::name).orElse(""));
        return "reminders/mail";
    }

    @PostMapping("/admin/mail/{id}/resend")
    String resend(@PathVariable UUID id, RedirectAttributes flash) {
        try {
            mails.resend(id);
            flash.addFlashAttribute("done", "reminders.admin.resent");
        } catch (AddressMissing refused) {
            flash.addFlashAttribute("refused", refused.key());
        }
        return "redirect:/admin/mail";
    }

    private static Optional<Mails.Status> status(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Mails.Status.valueOf(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static UndertakingKey key(String text) {
        try {
            return UndertakingKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new Absent();
        }
    }
}

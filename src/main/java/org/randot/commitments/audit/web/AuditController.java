package org.randot.commitments.audit.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.audit.AuditQuery;
import org.randot.commitments.audit.AuditTrail;
import org.randot.commitments.shared.Paging;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit record: filters, and the check of the whole chain. */
@Controller
@RequestMapping("/audit")
class AuditController {
    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    record Filter(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate to,

            @Nullable String actor,
            @Nullable String subject) {

        AuditQuery toQuery() {
            return new AuditQuery(from, to, actor == null ? "" : actor, subject == null ? "" : subject);
        }
    }

    @GetMapping
    String show(
            @ModelAttribute("filter") Filter filter,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "false") boolean verify,
            Model model) {
        model.addAttribute("entries", trail.find(filter.toQuery(), new Paging(page, Paging.DEFAULT_SIZE)));
        if (verify) {
            model.addAttribute("verification", trail.verify());
        }
        return "audit/audit";
    }
}

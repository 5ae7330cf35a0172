package org.randot.commitments.audit.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.audit.AuditEntry;
import org.randot.commitments.audit.AuditQuery;
import org.randot.commitments.audit.AuditTrail;
import org.randot.commitments.audit.Verification;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit record. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit")
class AuditResource {
    private final AuditTrail trail;

    AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping
    @Operation(summary = "Entries, the newest first; subject is what the act is about, or how that begins")
    Paged<AuditEntry> find(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return trail.find(new AuditQuery(from, to, actor, subject), new Paging(page, size));
    }

    @GetMapping("/verify")
    @Operation(
            summary =
                    "Look through the whole record; number and hash of an entry noted earlier show that it was only extended")
    Verification verify(@RequestParam(defaultValue = "0") long number, @RequestParam(defaultValue = "") String hash) {
        return trail.verify(number, hash);
    }
}

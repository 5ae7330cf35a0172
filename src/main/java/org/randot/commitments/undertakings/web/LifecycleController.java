package org.randot.commitments.undertakings.web;

import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.undertakings.Applicability;
import org.randot.commitments.undertakings.Reopenings;
import org.randot.commitments.undertakings.Suspensions;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the chair does to an undertaking: suspend, resume, have a stage corrected; and the coordinator: take part. Each is confirmed with a tick. */
@Controller
@RequestMapping("/undertakings/{key}")
class LifecycleController {
    private final Suspensions suspensions;
    private final Reopenings reopenings;
    private final Applicability applicability;

    LifecycleController(Suspensions suspensions, Reopenings reopenings, Applicability applicability) {
        this.suspensions = suspensions;
        this.reopenings = reopenings;
        this.applicability = applicability;
    }

    @PostMapping("/suspension")
    String suspend(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Boolean confirmed,
            RedirectAttributes flash) {
        return done(key, confirmed, flash, "suspended", () -> suspensions.suspend(parse(key), reason));
    }

    @PostMapping("/resumption")
    String resume(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Boolean confirmed,
            RedirectAttributes flash) {
        return done(key, confirmed, flash, "resumed", () -> suspensions.resume(parse(key)));
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable String key,
            @RequestParam String stage,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Boolean confirmed,
            RedirectAttributes flash) {
        return done(key, confirmed, flash, "reopened", () -> reopenings.reopen(parse(key), stage(stage), reason));
    }

    @PostMapping("/take-part")
    String takePart(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Boolean confirmed,
            RedirectAttributes flash) {
        return done(key, confirmed, flash, "takesPart", () -> applicability.takePart(parse(key)));
    }

    private static String done(
            String key, @Nullable Boolean confirmed, RedirectAttributes flash, String what, Runnable act) {
        UndertakingKey known = parse(key);
        if (!Boolean.TRUE.equals(confirmed)) {
            flash.addFlashAttribute("refused", "undertakings.chair.notConfirmed");
            return "redirect:/undertakings/" + known;
        }
        try {
            act.run();
            flash.addFlashAttribute("done", "undertakings.chair.done." + what);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.BROKEN_RULE && refused.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            flash.addFlashAttribute("refused", refused.key());
        }
        return "redirect:/undertakings/" + known;
    }

    private static StageKey stage(String text) {
        try {
            return StageKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new Absent();
        }
    }

    private static UndertakingKey parse(String text) {
        try {
            return UndertakingKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new Absent();
        }
    }
}

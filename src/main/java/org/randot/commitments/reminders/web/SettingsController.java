package org.randot.commitments.reminders.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.PublicUrl;
import org.randot.commitments.reminders.feed.CalendarFeed;
import org.randot.commitments.reminders.mail.MailPreferences;
import org.randot.commitments.reminders.mail.Rhythm;
import org.randot.commitments.shared.Time;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a person is told: digest, quiet hours, time zone, calendar address. */
@Controller
@RequestMapping("/profile/reminders")
class SettingsController {
    private static final String PAGE = "reminders/settings";
    private static final String HERE = "redirect:/profile/reminders";
    /** The zones of the hemisphere, and where else delegations sit. */
    private static final List<String> ZONES = Stream.concat(
                    ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.startsWith("America/")),
                    Stream.of(
                                    "UTC",
                                    "Europe/Geneva",
                                    "Europe/Madrid",
                                    "Europe/Paris",
                                    "Europe/Vienna",
                                    "Pacific/Easter",
                                    "Pacific/Galapagos")
                            .filter(ZoneId.getAvailableZoneIds()::contains))
            .sorted()
            .toList();

    private final MailPreferences preferences;
    private final CalendarFeed feed;
    private final PublicUrl url;

    SettingsController(MailPreferences preferences, CalendarFeed feed, PublicUrl url) {
        this.preferences = preferences;
        this.feed = feed;
        this.url = url;
    }

    record SettingsForm(
            @Nullable String frequency,
            @Nullable String quietFrom,
            @Nullable String quietUntil,
            @Nullable String zone) {
        /** @throws DateTimeException for what is no time or no zone of the list */
        Rhythm toRhythm() {
            String chosen = String.valueOf(zone);
            if (!ZONES.contains(chosen)) {
                throw new DateTimeException("No zone of the list");
            }
            return new Rhythm(
                    ZoneId.of(chosen),
                    "weekly".equals(frequency),
                    LocalTime.parse(String.valueOf(quietFrom)),
                    LocalTime.parse(String.valueOf(quietUntil)));
        }
    }

    @GetMapping
    String show(Model model) {
        Rhythm mine = preferences.mine();
        model.addAttribute("rhythm", mine);
        String own = mine.zone().getId();
        model.addAttribute(
                "zones",
                ZONES.contains(own)
                        ? ZONES
                        : Stream.concat(Stream.of(own), ZONES.stream()).toList());
        model.addAttribute("since", feed.since().map(at -> at.atZone(Time.SEAT)).orElse(null));
        return PAGE;
    }

    @PostMapping
    String save(
            SettingsForm form,
            Model model,
            RedirectAttributes flash,
            jakarta.servlet.http.HttpServletResponse response) {
        try {
            preferences.choose(form.toRhythm());
            flash.addFlashAttribute("done", "reminders.settings.saved");
            return HERE;
        } catch (DateTimeException unfit) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", "reminders.settings.refused");
            return show(model);
        }
    }

    /** The secret is shown in the answer to the post itself, so that it is kept nowhere. */
    @PostMapping("/calendar")
    String make(Model model) {
        String secret = feed.make();
        model.addAttribute("made", url.link("/calendar/" + secret + ".ics"));
        return show(model);
    }

    @PostMapping("/calendar/revoke")
    String revoke(RedirectAttributes flash) {
        feed.revoke();
        flash.addFlashAttribute("done", "reminders.calendar.revoked");
        return HERE;
    }
}

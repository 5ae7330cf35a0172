package org.randot.commitments.reminders.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.PublicUrl;
import org.randot.commitments.reminders.Escalations;
import org.randot.commitments.reminders.ReminderEffect;
import org.randot.commitments.reminders.Watching;
import org.randot.commitments.reminders.feed.CalendarFeed;
import org.randot.commitments.reminders.mail.MailPreferences;
import org.randot.commitments.reminders.mail.Rhythm;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How one is told, what was escalated, and whether reminders help. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "reminders")
class ReminderResource {
    private final MailPreferences preferences;
    private final CalendarFeed feed;
    private final Watching watching;
    private final Escalations escalations;
    private final ReminderEffect effect;
    private final PublicUrl url;

    ReminderResource(
            MailPreferences preferences,
            CalendarFeed feed,
            Watching watching,
            Escalations escalations,
            ReminderEffect effect,
            PublicUrl url) {
        this.preferences = preferences;
        this.feed = feed;
        this.watching = watching;
        this.escalations = escalations;
        this.effect = effect;
        this.url = url;
    }

    record Settings(
            boolean weekly,
            @NotNull LocalTime quietFrom,
            @NotNull LocalTime quietUntil,
            @NotNull ZoneId timeZone) {}

    /** @param url shown this once */
    record Address(String url) {}

    record Choice(@NotNull Watching.Mode mode) {}

    record Escalation(
            String undertaking,
            String state,
            String stage,
            @Nullable UUID review,
            String dueDate,
            long overdueDays,
            String since) {}

    record Effect(List<ReminderEffect.OfStep> steps, List<ReminderEffect.OfState> statesWithoutEffect) {}

    @GetMapping("/me/reminders")
    @Operation(summary = "How I am told by mail")
    Settings settings() {
        Rhythm mine = preferences.mine();
        return new Settings(mine.weekly(), mine.quietFrom(), mine.quietUntil(), mine.zone());
    }

    @PutMapping("/me/reminders")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose how I am told by mail; overdue work cannot be switched off")
    void settings(@Valid @RequestBody Settings wanted) {
        preferences.choose(new Rhythm(wanted.timeZone(), wanted.weekly(), wanted.quietFrom(), wanted.quietUntil()));
    }

    @PostMapping("/me/calendar")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "A new secret calendar address, in the place of the former one")
    Address address() {
        return new Address(url.link("/calendar/" + feed.make() + ".ics"));
    }

    @DeleteMapping("/me/calendar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes my calendar address")
    void revoke() {
        feed.revoke();
    }

    @PutMapping("/undertakings/{key}/watch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Watch or mute an undertaking")
    void watch(@PathVariable String key, @Valid @RequestBody Choice choice) {
        watching.choose(parse(key), choice.mode());
    }

    @GetMapping("/escalations")
    @Operation(summary = "What the ladders brought to the chair and the secretariat and is still open")
    List<Escalation> escalations() {
        return escalations.open().stream()
                .map(item -> new Escalation(
                        item.undertaking().toString(),
                        item.undertaking().state(),
                        item.stage().toString(),
                        item.review(),
                        item.due().toString(),
                        item.overdueDays(),
                        item.since().toString()))
                .toList();
    }

    @GetMapping("/reminders/effect")
    @Operation(summary = "Which reminders led to a submission within 7 days")
    Effect effect() {
        return new Effect(effect.steps(), effect.withoutEffect());
    }

    private static UndertakingKey parse(String text) {
        try {
            return UndertakingKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new Absent();
        }
    }
}

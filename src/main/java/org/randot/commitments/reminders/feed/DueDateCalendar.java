package org.randot.commitments.reminders.feed;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.PublicUrl;
import org.randot.commitments.identity.Role;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.States;
import org.randot.commitments.review.ReviewItem;
import org.randot.commitments.review.ReviewQuery;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskStatus;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Open tasks and reviews as whole-day events on their due dates, with an alarm a week and a day before. */
@Component
class DueDateCalendar {
    private static final int MOST = 1000;

    private final Tasks tasks;
    private final Reviews reviews;
    private final States states;
    private final Catalogue catalogue;
    private final MessageSource messages;
    private final PublicUrl url;
    private final Clock clock;

    DueDateCalendar(
            Tasks tasks,
            Reviews reviews,
            States states,
            Catalogue catalogue,
            MessageSource messages,
            PublicUrl url,
            Clock clock) {
        this.tasks = tasks;
        this.reviews = reviews;
        this.states = states;
        this.catalogue = catalogue;
        this.messages = messages;
        this.url = url;
        this.clock = clock;
    }

    /** On the thread of this person, so that only what the person may see is found. */
    String of(Actor person) {
        Locale reader = person.language().locale();
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//RANDOT Commitments//Due dates//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", messages.getMessage("reminders.calendar.name", null, reader)));
        RefreshInterval interval = new RefreshInterval(new ParameterList(), Duration.ofHours(6));
        interval.add(Value.DURATION);
        calendar.add(interval);
        if (person.isAny(Role.NATIONAL_COORDINATOR, Role.NATIONAL_CONTRIBUTOR)) {
            addTasks(calendar, reader);
        }
        if (person.isAny(Role.CHS_REVIEWER, Role.CHS_CHAIR, Role.TECHNICAL_SECRETARIAT)) {
            addReviews(calendar, reader);
        }
        return calendar.toString();
    }

    private void addTasks(Calendar calendar, Locale reader) {
        Set<TaskStatus> open = EnumSet.of(TaskStatus.OPEN, TaskStatus.RETURNED);
        TaskQuery query = new TaskQuery(null, null, null, open, false, false, "");
        for (int page = 0; page * Paging.LARGEST_SIZE < MOST; page++) {
            var found = tasks.list(query, new Paging(page, Paging.LARGEST_SIZE), reader);
            for (TaskSummary task : found.items()) {
                LocalDate due = task.dueDate();
                if (due != null) {
                    String text = text("task", reader, task.title(), task.stage() + " " + task.stageTitle());
                    calendar.add(event("task-" + task.id(), due, text, "/tasks/" + task.id()));
                }
            }
            if (page + 1 >= found.page().totalPages()) {
                return;
            }
        }
    }

    private void addReviews(Calendar calendar, Locale reader) {
        for (int page = 0; page * Paging.LARGEST_SIZE < MOST; page++) {
            var found = reviews.queue(ReviewQuery.open(), new Paging(page, Paging.LARGEST_SIZE));
            found.items().stream()
                    .filter(review -> !review.ownState())
                    .map(review -> event(review, reader))
                    .forEach(calendar::add);
            if (page + 1 >= found.page().totalPages()) {
                return;
            }
        }
    }

    private VEvent event(ReviewItem review, Locale reader) {
        String title = catalogue
                .byCode(review.undertaking().commitment())
                .stage(review.stage().code())
                .map(stage -> stage.title().in(reader))
                .orElse("");
        String state = states.get(review.state()).name().in(reader);
        String text = text("review", reader, state, review.stage() + " " + title);
        return event("review-" + review.id(), review.dueDate(), text, "/reviews/" + review.id());
    }

    private String text(String kind, Locale reader, String... parts) {
        return messages.getMessage("reminders.calendar." + kind, parts, reader);
    }

    private VEvent event(String id, LocalDate due, String text, String path) {
        VEvent event = new VEvent(false);
        event.add(new Uid(id + "@randot-commitments"));
        event.add(new DtStamp(clock.instant()));
        event.add(new DtStart<>(due));
        event.add(new Summary(text));
        event.add(ImmutableTransp.TRANSPARENT);
        String link = url.link(path);
        if (!link.startsWith("/")) {
            event.add(new Url(URI.create(link)));
        }
        event.add(alarm(Period.ofDays(-7), text));
        event.add(alarm(Period.ofDays(-1), text));
        return event;
    }

    private static VAlarm alarm(Period before, String text) {
        VAlarm alarm = new VAlarm(before);
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Description(text));
        return alarm;
    }
}

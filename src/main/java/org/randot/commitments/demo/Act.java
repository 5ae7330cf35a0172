package org.randot.commitments.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Time;

/** One thing that somebody does on a day of the story. */
record Act(LocalDate day, int hour, Runnable deed) {
    private static final int MORNING = 9;
    private static final int NOON = 12;
    private static final int AFTERNOON = 15;
    /** What came later is still to be read when the demonstration is handed over. */
    private static final int UNREAD_DAYS = 30;

    /** Every act of the story in the order of time. */
    static List<Act> of(Story story, Cast cast, List<String> states) {
        Act reading = new Act(
                Time.dateOf(story.ends()).minusDays(UNREAD_DAYS), AFTERNOON, () -> cast.readTheirNotices(states));
        return Stream.concat(
                        Stream.concat(
                                Stream.of(reading),
                                story.submissions().stream().flatMap(submission -> acts(submission, cast))),
                        story.drafts().stream()
                                .map(draft -> new Act(draft.drafted(), MORNING, () -> cast.saveDraft(draft))))
                .sorted(Comparator.comparing(Act::day).thenComparing(Act::hour))
                .toList();
    }

    private static Stream<Act> acts(Story.Submission submission, Cast cast) {
        return Stream.of(
                        at(submission.submitted(), MORNING, () -> cast.submit(submission)),
                        at(submission.checked(), NOON, () -> cast.check(submission)),
                        at(submission.decided(), AFTERNOON, () -> cast.decide(submission)))
                .flatMap(act -> act == null ? Stream.empty() : Stream.of(act));
    }

    private static @Nullable Act at(@Nullable LocalDate day, int hour, Runnable deed) {
        return day == null ? null : new Act(day, hour, deed);
    }

    java.time.Instant time() {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Time.SEAT).toInstant();
    }
}

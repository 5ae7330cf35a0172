package org.randot.commitments.review.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.review.Decision;
import org.randot.commitments.review.ReviewItem;
import org.randot.commitments.review.ReviewKind;
import org.randot.commitments.review.ReviewStatus;
import org.randot.commitments.review.ReviewView;
import org.randot.commitments.undertakings.EvidenceView;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.StageSubmission.TaskSubmission;

/** A review as REST answers it. */
record ReviewJson(
        UUID id,
        ReviewKind kind,
        String undertaking,
        String state,
        String stage,
        Instant submittedAt,
        LocalDate dueDate,
        int version,
        ReviewStatus status,
        long overdueDays,
        @Nullable LocalDate until,
        Submission submission,
        List<Criterion> criteria,
        List<Decision> actions,
        ReviewView.@Nullable Hindrance hindrance,
        int returns,
        @Nullable Outcome outcome) {

    /** One line of the queue. */
    record Line(
            UUID id,
            ReviewKind kind,
            String undertaking,
            String state,
            String stage,
            Instant submittedAt,
            LocalDate dueDate,
            int version,
            ReviewStatus status,
            @Nullable Decision decision,
            long ageDays,
            long overdueDays,
            boolean ownState) {
        static Line of(ReviewItem item) {
            return new Line(
                    item.id(),
                    item.kind(),
                    item.undertaking().toString(),
                    item.state(),
                    item.stage().toString(),
                    item.submittedAt(),
                    item.dueDate(),
                    item.version(),
                    item.status(),
                    item.decision(),
                    item.ageDays(),
                    item.overdueDays(),
                    item.ownState());
        }
    }

    /** What was handed in. {@code answeredSince}: the state has submitted anew after this review. */
    record Submission(String notApplicableReason, boolean answeredSince, List<Task> tasks) {}

    /** {@code previous}: the values of the version before. */
    record Task(
            String task,
            UUID taskId,
            int version,
            Instant submittedAt,
            ObjectNode values,
            @Nullable ObjectNode previous,
            String comment,
            List<EvidenceView> evidence) {
        static Task of(TaskSubmission task) {
            return new Task(
                    task.task(),
                    task.taskId(),
                    task.version(),
                    task.submittedAt(),
                    task.values(),
                    task.previous(),
                    task.comment(),
                    task.evidence());
        }
    }

    record Criterion(String text, boolean met) {}

    record Outcome(Instant at, @Nullable Decision decision, String text, List<Mark> marks) {}

    static ReviewJson of(ReviewView view, Locale reader) {
        ReviewItem item = view.item();
        return new ReviewJson(
                item.id(),
                item.kind(),
                item.undertaking().toString(),
                item.state(),
                item.stage().toString(),
                item.submittedAt(),
                item.dueDate(),
                item.version(),
                item.status(),
                item.overdueDays(),
                view.until().orElse(null),
                submission(view),
                criteria(view, reader),
                view.decisions(),
                view.hindrance().orElse(null),
                view.standing().returns(),
                outcome(view.record()));
    }

    private static Submission submission(ReviewView view) {
        return new Submission(
                view.reason(),
                view.answeredSince(),
                view.submission().tasks().stream().map(Task::of).toList());
    }

    private static List<Criterion> criteria(ReviewView view, Locale reader) {
        return IntStream.range(0, view.stage().criteria().size())
                .mapToObj(n -> new Criterion(
                        view.stage().criteria().get(n).in(reader), view.ticked().contains(n)))
                .toList();
    }

    private static @Nullable Outcome outcome(Optional<ReviewView.Record> record) {
        return record.map(end -> new Outcome(end.at(), end.decision(), end.text(), end.marks()))
                .orElse(null);
    }
}

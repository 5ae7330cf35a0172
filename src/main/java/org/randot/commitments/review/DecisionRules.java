package org.randot.commitments.review;

import java.util.Set;
import org.randot.commitments.undertakings.Mark;

/** What a decision needs (domain.md 3.3): it fits the kind of review, has the words and the marks, and the marks name something. */
final class DecisionRules {
    static final int LONGEST_TEXT = 8000;
    static final int LONGEST_MARK = 2000;
    static final int MOST_MARKS = 200;

    private DecisionRules() {}

    /**
     * @param markable JSON pointers of fields and {@code evidence:<id>} of documents in the submission
     * @throws ReviewRefusal naming the field of the decision that lacks something
     */
    static Decision check(DecideReview command, ReviewKind kind, Set<String> markable) {
        Decision decision = Decision.named(command.decision())
                .filter(kind::allows)
                .orElseThrow(() -> new ReviewRefusal.DecisionUnfit(command.decision(), kind));
        if (command.text().length() > LONGEST_TEXT) {
            throw new ReviewRefusal.TooLong("text", LONGEST_TEXT);
        }
        if (decision.needsText() && command.text().isBlank()) {
            throw new ReviewRefusal.TextMissing();
        }
        if (decision.needsMark() && command.marks().isEmpty()) {
            throw new ReviewRefusal.MarksMissing();
        }
        checkMarks(command, markable);
        return decision;
    }

    private static void checkMarks(DecideReview command, Set<String> markable) {
        if (command.marks().size() > MOST_MARKS) {
            throw new ReviewRefusal.TooLong("marks", MOST_MARKS);
        }
        for (Mark mark : command.marks()) {
            if (!markable.contains(head(mark.field()))) {
                throw new ReviewRefusal.MarkUnknown(shortened(mark.field()));
            }
            if (mark.text().length() > LONGEST_MARK || mark.field().length() > 200) {
                throw new ReviewRefusal.TooLong("marks", LONGEST_MARK);
            }
        }
    }

    /** {@code /rows/2/n} is a part of the field {@code /rows}. */
    private static String head(String field) {
        int second = field.startsWith("/") ? field.indexOf('/', 1) : -1;
        return second < 0 ? field : field.substring(0, second);
    }

    private static String shortened(String field) {
        return field.length() > 60 ? field.substring(0, 60) + "…" : field;
    }
}

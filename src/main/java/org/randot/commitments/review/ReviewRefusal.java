package org.randot.commitments.review;

import java.util.Map;
import org.randot.commitments.shared.Detailed;
import org.randot.commitments.shared.Refusal;

/** Why a decision is not taken. */
public sealed class ReviewRefusal extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Field of the decision that it concerns: {@code decision}, {@code text}, {@code marks}, or empty. */
    private final String field;

    ReviewRefusal(Kind kind, String what, String field, Object... arguments) {
        super(kind, "review.refusal." + what, arguments);
        this.field = field;
    }

    public String field() {
        return field;
    }

    /** The reviewer was nominated by the state under review (domain.md 1.4 a). */
    public static final class ConflictOfInterest extends ReviewRefusal {
        private static final long serialVersionUID = 1L;

        ConflictOfInterest() {
            super(Kind.FORBIDDEN, "conflictOfInterest", "");
        }
    }

    /** Who submitted never reviews (domain.md 1.4 b). */
    public static final class FourEyes extends ReviewRefusal {
        private static final long serialVersionUID = 1L;

        FourEyes() {
            super(Kind.FORBIDDEN, "fourEyes", "");
        }
    }

    /** It is somebody else's turn: the chair's, or the assigned reviewer's. */
    public static final class NotYourTurn extends ReviewRefusal {
        private static final long serialVersionUID = 1L;

        NotYourTurn(ReviewView.Hindrance why) {
            super(Kind.FORBIDDEN, why == ReviewView.Hindrance.CHAIR_DECIDES ? "chairDecides" : "otherReviewer", "");
        }
    }

    /** No such decision for this kind of review. */
    public static final class DecisionUnfit extends ReviewRefusal {
        private static final long serialVersionUID = 1L;

        DecisionUnfit(String decision, ReviewKind kind) {
            super(Kind.BROKEN_RULE, "decisionUnfit", "decision", decision, kind.name());
        }
    }

    /** The state must be told why. */
    public static final class TextMissing extends ReviewRefusal {
        private static final long serialVersionUID = 1L;

        TextMissing() {
            super(Kind.BROKEN_RULE, "textMissing", "text");
        }
    }

    /** A return must mark at least one field or document. */
    public static final class MarksMissing extends ReviewRefusal {
        private static final long serialVersionUID = 1L;

        MarksMissing() {
            super(Kind.BROKEN_RULE, "marksMissing", "marks");
        }
    }

    /** A mark names nothing in the submission. */
    public static final class MarkUnknown extends ReviewRefusal {
        private static final long serialVersionUID = 1L;

        MarkUnknown(String mark) {
            super(Kind.BROKEN_RULE, "markUnknown", "marks", mark);
        }
    }

    /** Longer than is kept. */
    public static final class TooLong extends ReviewRefusal {
        private static final long serialVersionUID = 1L;

        TooLong(String field, int most) {
            super(Kind.BROKEN_RULE, "tooLong", field, most);
        }
    }

    /** Somebody was faster: the review changed after it was read, or is closed. */
    public static final class Stale extends ReviewRefusal implements Detailed {
        private static final long serialVersionUID = 1L;
        private final int version;
        private final ReviewStatus status;

        Stale(int version, ReviewStatus status) {
            super(Kind.CONFLICT, "stale", "");
            this.version = version;
            this.status = status;
        }

        /** Where the review stands now. */
        @Override
        public Map<String, Object> details() {
            return Map.of("current", Map.of("version", version, "status", status.name()));
        }
    }
}

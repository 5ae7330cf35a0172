package org.randot.commitments.exchange;

import org.randot.commitments.shared.Refusal;

/** The file as a whole is not a workbook of this task; nothing was changed. */
public final class WorkbookUnfit extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Why; the constant's name is the end of the message key. */
    public enum Reason {
        EMPTY(Kind.UNSUPPORTED),
        NOT_A_WORKBOOK(Kind.UNSUPPORTED),
        ENCRYPTED(Kind.UNSUPPORTED),
        ACTIVE(Kind.UNSUPPORTED),
        TOO_LARGE(Kind.TOO_LARGE),
        NOT_OURS(Kind.BROKEN_RULE),
        OTHER_TASK(Kind.BROKEN_RULE),
        OTHER_FORM(Kind.BROKEN_RULE);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    private final Reason reason;

    public WorkbookUnfit(Reason reason) {
        super(reason.kind, "exchange.refusal." + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package org.randot.commitments.reminders;

import org.randot.commitments.engine.StageKey;
import org.randot.commitments.undertakings.UndertakingKey;

/** Which ladder: reminders or escalation, of a stage with its coordinator or of its review. */
record LadderKey(UndertakingKey undertaking, StageKey stage, Subject subject, Kind kind) {
    enum Subject {
        STAGE,
        REVIEW
    }

    enum Kind {
        REMINDER,
        ESCALATION
    }
}

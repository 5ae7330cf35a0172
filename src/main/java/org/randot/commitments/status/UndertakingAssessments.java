package org.randot.commitments.status;

import java.util.Locale;
import java.util.Optional;
import org.randot.commitments.undertakings.Assessments;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the module undertakings, which may not know this one, how an undertaking is rated. */
@Component
class UndertakingAssessments implements Assessments {
    private final Status status;
    private final MessageSource messages;

    UndertakingAssessments(Status status, MessageSource messages) {
        this.status = status;
        this.messages = messages;
    }

    @Override
    public Optional<Assessment> of(UndertakingKey undertaking, Locale reader) {
        return status.rating(undertaking.toString())
                .map(rating -> new Assessment(
                        rating.progress(),
                        rating.level().name(),
                        rating.delivery().name(),
                        rating.reasons().stream()
                                .map(reason -> words(reason, reader))
                                .toList()));
    }

    private String words(Reason reason, Locale reader) {
        Object[] arguments = {reason.stages().size(), String.join(", ", reason.stages())};
        return messages.getMessage(reason.messageKey(), arguments, reader);
    }
}

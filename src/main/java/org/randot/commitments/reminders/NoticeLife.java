package org.randot.commitments.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.review.Decision;
import org.randot.commitments.review.ReviewFact;
import org.randot.commitments.review.ReviewKind;
import org.randot.commitments.undertakings.DelegationFact;
import org.randot.commitments.undertakings.UndertakingFact;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people what happened (the messages of domain.md 3.7). */
@Component
class NoticeLife {
    private final NoticeWriter notices;
    private final Recipients recipients;
    private final Clock clock;

    NoticeLife(NoticeWriter notices, Recipients recipients, Clock clock) {
        this.notices = notices;
        this.recipients = recipients;
        this.clock = clock;
    }

    private record About(
            NoticeKind kind,
            String origin,
            UndertakingKey undertaking,
            @Nullable StageKey stage,
            @Nullable UUID review,
            @Nullable LocalDate dueDate) {}

    @EventListener
    void on(UndertakingFact.StageOpened fact) {
        String origin = "opened/" + fact.undertaking() + "/" + fact.stage();
        tell(
                recipients.coordinatorsAndWatchers(fact.undertaking()),
                new About(NoticeKind.STAGE_OPENED, origin, fact.undertaking(), fact.stage(), null, fact.dueDate()));
    }

    /** One summary a coordinator, however many undertakings moved; to those who watch, of each that they watch. */
    @EventListener
    void on(UndertakingFact.DueDatesMoved fact) {
        String origin = "dates/" + fact.undertaking().cycle() + "/" + fact.state() + "/" + fact.calendar();
        tell(
                recipients.coordinators(fact.state()),
                new About(NoticeKind.DATES_CHANGED, origin, fact.undertaking(), null, null, null));
        String watched = "dates/" + fact.undertaking() + "/" + fact.calendar();
        tell(
                recipients.watchers(fact.undertaking()),
                new About(NoticeKind.DATES_MOVED, watched, fact.undertaking(), null, null, null));
    }

    @EventListener
    void on(UndertakingFact.ExtensionGranted fact) {
        String origin = "extended/" + fact.extension();
        tell(
                recipients.coordinatorsAndWatchers(fact.undertaking()),
                new About(
                        NoticeKind.EXTENSION_GRANTED, origin, fact.undertaking(), fact.stage(), null, fact.dueDate()));
    }

    @EventListener
    void on(UndertakingFact.ExtensionRefused fact) {
        String origin = "refused/" + fact.extension();
        tell(
                recipients.coordinatorsAndWatchers(fact.undertaking()),
                new About(
                        NoticeKind.EXTENSION_REFUSED, origin, fact.undertaking(), fact.stage(), null, fact.dueDate()));
    }

    @EventListener
    void on(UndertakingFact.StageReopened fact) {
        String origin = "reopened/" + fact.undertaking() + "/" + fact.stage() + "/" + clock.instant();
        tell(
                recipients.coordinatorsAndWatchers(fact.undertaking()),
                new About(NoticeKind.REOPENED, origin, fact.undertaking(), fact.stage(), null, fact.dueDate()));
    }

    @EventListener
    void on(UndertakingFact.Suspended fact) {
        String origin = "suspended/" + fact.undertaking() + "/" + clock.instant();
        tell(
                recipients.coordinatorsAndWatchers(fact.undertaking()),
                new About(NoticeKind.SUSPENDED, origin, fact.undertaking(), null, null, null));
    }

    @EventListener
    void on(UndertakingFact.Resumed fact) {
        resumed(fact);
    }

    @EventListener
    void on(UndertakingFact.TakenUp fact) {
        resumed(fact);
    }

    private void resumed(UndertakingFact fact) {
        String origin = "resumed/" + fact.undertaking() + "/" + clock.instant();
        tell(
                recipients.coordinatorsAndWatchers(fact.undertaking()),
                new About(NoticeKind.RESUMED, origin, fact.undertaking(), null, null, null));
    }

    @EventListener
    void on(UndertakingFact.SetAside fact) {
        treaty(NoticeKind.NOT_PARTY, fact);
    }

    @EventListener
    void on(UndertakingFact.Applies fact) {
        treaty(fact.declared() ? NoticeKind.TAKES_PART : NoticeKind.APPLIES, fact);
    }

    @EventListener
    void on(UndertakingFact.TreatyChanged fact) {
        treaty(NoticeKind.TREATY_CHANGED, fact);
    }

    /** Never silently: coordinators and reviewers are told (domain.md 3.7), and those who watch. */
    private void treaty(NoticeKind kind, UndertakingFact fact) {
        String origin = "treaty/" + kind + "/" + fact.undertaking() + "/" + clock.instant();
        tell(
                recipients.coordinatorsAndReviewers(fact.undertaking()),
                new About(kind, origin, fact.undertaking(), null, null, null));
    }

    @EventListener
    void on(ReviewFact.Opened fact) {
        boolean check = fact.kind().equals(ReviewKind.COMPLETENESS.name());
        boolean extension = fact.kind().equals(ReviewKind.EXTENSION.name());
        List<UUID> deciders = check ? recipients.secretariat() : recipients.deciders(fact.review());
        boolean assigned = check || !deciders.isEmpty();
        List<UUID> people = assigned ? deciders : recipients.assigners();
        NoticeKind todo = extension ? NoticeKind.TO_EXTEND : NoticeKind.TO_REVIEW;
        NoticeKind kind = check ? NoticeKind.TO_CHECK : assigned ? todo : NoticeKind.TO_ASSIGN;
        tell(people, new About(kind, "review/" + fact.review(), fact.undertaking(), fact.stage(), fact.review(), null));
    }

    @EventListener
    void on(ReviewFact.Assigned fact) {
        boolean extension = fact.kind().equals(ReviewKind.EXTENSION.name());
        NoticeKind kind = extension ? NoticeKind.TO_EXTEND : NoticeKind.TO_REVIEW;
        String origin = "assigned/" + fact.review() + "/" + clock.instant();
        tell(fact.people(), new About(kind, origin, fact.undertaking(), fact.stage(), fact.review(), fact.dueDate()));
    }

    @EventListener
    void on(ReviewFact.Decided fact) {
        NoticeKind kind = switch (Decision.valueOf(fact.decision())) {
            case APPROVE, APPROVE_WITH_OBSERVATIONS -> NoticeKind.APPROVED;
            case RETURN, INCOMPLETE, REJECT_NOT_APPLICABLE -> NoticeKind.RETURNED;
            case ACCEPT_NOT_APPLICABLE -> NoticeKind.NOT_APPLICABLE;
            case COMPLETE, GRANT, REFUSE -> null;
        };
        if (kind != null) {
            String origin = "decided/" + fact.review();
            tell(
                    recipients.coordinatorsAndWatchers(fact.undertaking()),
                    new About(kind, origin, fact.undertaking(), fact.stage(), null, null));
        }
    }

    @EventListener
    void on(DelegationFact.Delegated fact) {
        tell(List.of(fact.person()), part(NoticeKind.DELEGATED, fact, fact.stage(), fact.version()));
    }

    @EventListener
    void on(DelegationFact.PartSentBack fact) {
        tell(List.of(fact.person()), part(NoticeKind.PART_RETURNED, fact, fact.stage(), fact.version()));
    }

    @EventListener
    void on(DelegationFact.PartDone fact) {
        tell(recipients.coordinators(fact.state()), part(NoticeKind.PART_BACK, fact, fact.stage(), fact.version()));
    }

    private static About part(NoticeKind kind, DelegationFact fact, StageKey stage, int version) {
        String origin = "part/" + fact.delegation() + "/" + version;
        return new About(kind, origin, fact.undertaking(), stage, null, null);
    }

    private void tell(List<UUID> people, About what) {
        notices.write(people.stream()
                .map(person -> new NoticeWriter.Notice(
                        person,
                        what.origin(),
                        what.kind(),
                        what.undertaking(),
                        what.stage(),
                        what.review(),
                        what.dueDate()))
                .toList());
    }
}

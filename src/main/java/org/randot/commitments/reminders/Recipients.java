package org.randot.commitments.reminders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.Contacts;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.Role;
import org.randot.commitments.review.ReviewView;
import org.randot.commitments.review.Reviewers;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.UndertakingView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.stereotype.Component;

/** Who is told (domain.md 3.4, 3.5). */
@Component
class Recipients {
    private final People people;
    private final Contacts contacts;
    private final Watching watching;
    private final Reviews reviews;
    private final Reviewers reviewers;
    private final Undertakings undertakings;

    Recipients(
            People people,
            Contacts contacts,
            Watching watching,
            Reviews reviews,
            Reviewers reviewers,
            Undertakings undertakings) {
        this.people = people;
        this.contacts = contacts;
        this.watching = watching;
        this.reviews = reviews;
        this.reviewers = reviewers;
        this.undertakings = undertakings;
    }

    List<UUID> coordinators(String state) {
        return ids(people.with(Role.NATIONAL_COORDINATOR, Optional.of(state)));
    }

    /** Those who name reviewers. */
    List<UUID> assigners() {
        return Stream.concat(
                        people.with(Role.CHS_CHAIR, Optional.empty()).stream(),
                        people.with(Role.TECHNICAL_SECRETARIAT, Optional.empty()).stream())
                .map(Actor::id)
                .distinct()
                .toList();
    }

    /** Those whose work it is, and those who chose to hear of it and may still see it. */
    List<UUID> coordinatorsAndWatchers(UndertakingKey undertaking) {
        return Stream.concat(coordinators(undertaking.state()).stream(), watchers(undertaking).stream())
                .toList();
    }

    /** Those who chose to hear of it and may still see it, beside its coordinators. */
    List<UUID> watchers(UndertakingKey undertaking) {
        List<UUID> watchers = watching.watchers(undertaking);
        if (watchers.isEmpty()) {
            return List.of();
        }
        List<UUID> coordinators = coordinators(undertaking.state());
        return contacts.of(watchers).values().stream()
                .filter(person -> person.active() && maySee(person, undertaking.state()))
                .map(Contacts.Contact::id)
                .filter(person -> !coordinators.contains(person))
                .toList();
    }

    /** Those whose work it is on both sides, and those who watch; where no reviewer is named, those who name one. */
    List<UUID> coordinatorsAndReviewers(UndertakingKey undertaking) {
        ReviewView.Assignment assigned = reviewers.of(undertaking.state(), undertaking.commitment());
        List<UUID> reviewing = Stream.of(assigned.primary(), assigned.second())
                .flatMap(Stream::ofNullable)
                .toList();
        return Stream.concat(
                        coordinatorsAndWatchers(undertaking).stream(),
                        (reviewing.isEmpty() ? assigners() : reviewing).stream())
                .distinct()
                .toList();
    }

    private static boolean maySee(Contacts.Contact person, String state) {
        boolean national = person.roles().stream().allMatch(Role::isNational);
        return !person.roles().isEmpty() && (!national || state.equals(person.state()));
    }

    List<UUID> secretariat() {
        return ids(people.with(Role.TECHNICAL_SECRETARIAT, Optional.empty()));
    }

    List<UUID> deciders(UUID review) {
        return reviews.deciders(review);
    }

    /** For one batch: each question is asked once. */
    Lookup lookup() {
        return new Lookup();
    }

    final class Lookup {
        private final Map<String, List<UUID>> known = new HashMap<>();
        private final Map<String, List<UndertakingKey>> suspended = new HashMap<>();

        /** Nobody while the undertaking is suspended. */
        List<UUID> people(LadderKey key, Audience audience) {
            if (isSuspended(key.undertaking())) {
                return List.of();
            }
            String state = key.undertaking().state();
            return switch (audience) {
                case COORDINATORS -> known.computeIfAbsent("principals " + state, each -> contacts.principals(state));
                case ALTERNATES -> known.computeIfAbsent("alternates " + state, each -> contacts.alternates(state));
                case MISSION_OBSERVER -> with(Role.PERMANENT_MISSION_OBSERVER, state);
                case SECRETARIAT -> with(Role.TECHNICAL_SECRETARIAT, "");
                case CHAIR -> with(Role.CHS_CHAIR, "");
                case DECIDERS -> orAssigners(reviews.deciders(key.undertaking(), key.stage()));
                case SECOND_REVIEWER -> orAssigners(reviews.seconds(key.undertaking(), key.stage()));
            };
        }

        /** Where nobody is assigned, those who assign. */
        private List<UUID> orAssigners(List<UUID> found) {
            return found.isEmpty() ? known.computeIfAbsent("assigners", each -> assigners()) : found;
        }

        @Nullable
        UUID openReview(UndertakingKey undertaking, StageKey stage) {
            return reviews.openReview(undertaking, stage).orElse(null);
        }

        private List<UUID> with(Role role, String state) {
            return known.computeIfAbsent(
                    role + state,
                    key -> ids(people.with(role, state.isEmpty() ? Optional.empty() : Optional.of(state))));
        }

        private boolean isSuspended(UndertakingKey undertaking) {
            return suspended
                    .computeIfAbsent(undertaking.cycle() + undertaking.state(), key -> suspendedOf(undertaking))
                    .contains(undertaking);
        }

        private List<UndertakingKey> suspendedOf(UndertakingKey undertaking) {
            return undertakings.list(undertaking.cycle(), Optional.of(undertaking.state()), Optional.empty()).stream()
                    .filter(UndertakingView::suspended)
                    .map(UndertakingView::key)
                    .toList();
        }
    }

    private static List<UUID> ids(List<Actor> some) {
        return some.stream().map(Actor::id).toList();
    }
}

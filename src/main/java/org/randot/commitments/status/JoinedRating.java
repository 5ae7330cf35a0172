package org.randot.commitments.status;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** Joins the ratings of a commitment that has one undertaking a year: lowest level and progress, worst delivery (domain.md 6.2, P3). */
final class JoinedRating {
    private JoinedRating() {}

    static Rating of(List<Rating> years) {
        List<Rating> applicable = years.stream()
                .filter(year -> year.level() != Level.NOT_APPLICABLE)
                .toList();
        if (applicable.isEmpty()) {
            return years.get(0);
        }
        Rating lowest =
                applicable.stream().min(Comparator.comparing(Rating::level)).orElseThrow();
        Rating worst =
                applicable.stream().min(Comparator.comparing(Rating::delivery)).orElseThrow();
        return new Rating(
                lowest.level(),
                worst.delivery(),
                applicable.stream()
                        .map(Rating::progress)
                        .min(Comparator.naturalOrder())
                        .orElse(BigDecimal.ZERO),
                applicable.stream()
                        .flatMap(year -> year.overdueStages().stream())
                        .distinct()
                        .toList(),
                applicable.stream()
                        .flatMap(year -> year.reasons().stream())
                        .distinct()
                        .toList());
    }
}

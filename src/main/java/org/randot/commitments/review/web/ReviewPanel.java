package org.randot.commitments.review.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.States;
import org.randot.commitments.review.ReviewItem;
import org.randot.commitments.review.ReviewLoad;
import org.randot.commitments.review.ReviewQuery;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.HomePanel;
import org.randot.commitments.shared.Paging;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What waits for a decision, on the home page of reviewers, chair and secretariat. */
@Component
class ReviewPanel implements HomePanel {
    private static final int SHOWN = 5;

    private final Reviews reviews;
    private final States states;
    private final Catalogue catalogue;

    ReviewPanel(Reviews reviews, States states, Catalogue catalogue) {
        this.reviews = reviews;
        this.states = states;
        this.catalogue = catalogue;
    }

    /** How much waits, and what is due first. */
    record Panel(ReviewLoad load, List<Line> first) {}

    record Line(ReviewItem item, String state, String stage) {}

    @Override
    public Optional<Content> content() {
        return reviews.load().map(load -> new Content("review/home", new Panel(load, first())));
    }

    private List<Line> first() {
        Locale reader = LocaleContextHolder.getLocale();
        return reviews.queue(ReviewQuery.open(), new Paging(0, SHOWN)).items().stream()
                .map(item -> new Line(
                        item,
                        states.get(item.state()).name().in(reader),
                        catalogue
                                .byCode(item.undertaking().commitment())
                                .stage(item.stage().code())
                                .map(stage -> stage.title().in(reader))
                                .orElse("")))
                .toList();
    }

    @Override
    public int order() {
        return 20;
    }
}

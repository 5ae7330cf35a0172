package org.randot.commitments.review.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.Role;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.States;
import org.randot.commitments.review.ReviewItem;
import org.randot.commitments.review.ReviewQuery;
import org.randot.commitments.review.ReviewRefusal;
import org.randot.commitments.review.ReviewStatus;
import org.randot.commitments.review.ReviewView;
import org.randot.commitments.review.Reviewers;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.Paged;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The queue of the reviewers and one review. */
@Controller
@RequestMapping("/reviews")
class ReviewController {
    private final Reviews reviews;
    private final Reviewers reviewers;
    private final ReviewPage page;
    private final States states;
    private final Catalogue catalogue;
    private final People people;
    private final CurrentActor actors;

    ReviewController(
            Reviews reviews,
            Reviewers reviewers,
            ReviewPage page,
            States states,
            Catalogue catalogue,
            People people,
            CurrentActor actors) {
        this.reviews = reviews;
        this.reviewers = reviewers;
        this.page = page;
        this.states = states;
        this.catalogue = catalogue;
        this.people = people;
        this.actors = actors;
    }

    /** A line of the queue in the reader's language. */
    record Line(ReviewItem item, String state, String stage) {}

    @GetMapping
    String queue(
            @RequestParam(defaultValue = "OPEN") String status,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String commitment,
            @RequestParam(defaultValue = "0") int page,
            Locale reader,
            Model model) {
        Paged<ReviewItem> items = reviews.queue(ReviewQuery.of(status, state, commitment), new Paging(page, 25));
        model.addAttribute("lines", items.map(item -> line(item, reader)));
        model.addAttribute("load", reviews.load());
        model.addAttribute("statuses", ReviewStatus.values());
        model.addAttribute("states", states.active(reader));
        model.addAttribute("commitments", catalogue.all());
        model.addAttribute("status", status);
        model.addAttribute("state", state == null ? "" : state);
        model.addAttribute("commitment", commitment == null ? "" : commitment);
        model.addAttribute(
                "url",
                UriComponentsBuilder.fromPath("/reviews")
                        .queryParam("status", status)
                        .queryParam("state", state == null ? "" : state)
                        .queryParam("commitment", commitment == null ? "" : commitment)
                        .encode()
                        .toUriString());
        return "review/queue";
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Locale reader) {
        ReviewView view = reviews.open(id);
        return page(view, DecisionForm.of(view), null, reader);
    }

    @PostMapping("/{id}/decision")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale reader,
            RedirectAttributes flash) {
        DecisionForm form = DecisionForm.of(posted);
        if (!form.confirmed()) {
            return page(reviews.open(id), form, new NotConfirmed(), reader);
        }
        try {
            ReviewView decided = reviews.decide(form.toCommand(id));
            flash.addFlashAttribute("decided", String.valueOf(decided.item().decision()));
            return new ModelAndView("redirect:/reviews/" + id);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.BROKEN_RULE && refused.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            return page(reviews.open(id), form, refused, reader);
        }
    }

    /** Keeps the ticks; whatever else was typed stays in the form. */
    @PostMapping("/{id}/checklist")
    ModelAndView tick(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> posted, Locale reader) {
        DecisionForm form = DecisionForm.of(posted);
        reviews.tick(id, form.criteria());
        ModelAndView page = page(reviews.open(id), form, null, reader);
        page.addObject("checklistKept", true);
        return page;
    }

    @PostMapping("/{id}/follow-up")
    String closeFollowUp(@PathVariable UUID id) {
        reviews.closeFollowUp(id);
        return "redirect:/reviews/" + id;
    }

    @PostMapping("/{id}/reviewers")
    String assign(@PathVariable UUID id, @RequestParam UUID primary, @RequestParam Optional<UUID> second) {
        ReviewItem item = reviews.open(id).item();
        reviewers.assign(item.state(), item.undertaking().commitment(), primary, second.orElse(null));
        return "redirect:/reviews/" + id;
    }

    private ModelAndView page(ReviewView view, DecisionForm form, @Nullable Refusal refused, Locale reader) {
        ModelMap model = new ModelMap();
        List<ReviewPage.TaskPanel> tasks = page.tasks(view, form, reader);
        model.addAttribute("review", view);
        model.addAttribute("line", line(view.item(), reader));
        model.addAttribute("form", form);
        model.addAttribute("tasks", tasks);
        model.addAttribute("marks", page.marks(view, tasks));
        model.addAttribute("milestone", view.stage().milestone().in(reader));
        model.addAttribute(
                "criteria",
                view.stage().criteria().stream().map(text -> text.in(reader)).toList());
        model.addAttribute(
                "decidedBy",
                view.record().map(ReviewView.Record::by).map(people::nameOf).orElse(""));
        if (actors.get().isAny(Role.CHS_CHAIR, Role.TECHNICAL_SECRETARIAT)) {
            model.addAttribute("eligible", reviewers.eligible(view.item().state()));
        }
        if (refused == null) {
            return new ModelAndView("review/show", model);
        }
        model.addAttribute("refused", refused);
        model.addAttribute("refusedField", field(refused));
        boolean conflict = refused.kind() == Refusal.Kind.CONFLICT;
        return new ModelAndView("review/show", model, conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static String field(Refusal refused) {
        if (refused instanceof ReviewRefusal refusal) {
            return refusal.field();
        }
        return refused instanceof NotConfirmed ? "confirmed" : "";
    }

    private Line line(ReviewItem item, Locale reader) {
        Commitment commitment = catalogue.byCode(item.undertaking().commitment());
        String stage = commitment
                .stage(item.stage().code())
                .map(definition -> definition.title().in(reader))
                .orElse("");
        return new Line(item, states.get(item.state()).name().in(reader), stage);
    }
}

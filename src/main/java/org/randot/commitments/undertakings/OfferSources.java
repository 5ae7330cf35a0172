package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.Form;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.AnswerRepository.Submission;
import org.randot.commitments.undertakings.Answers.Place;
import org.randot.commitments.undertakings.Offer.Origin;
import org.randot.commitments.undertakings.PublicRecord.Published;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Looks for what is known already of what a form asks. Only what its field could keep is an offer. */
@Component
class OfferSources {
    private final AnswerRepository submissions;
    private final Answers answers;
    private final YearBefore yearBefore;
    private final MessageSource messages;

    OfferSources(AnswerRepository submissions, Answers answers, YearBefore yearBefore, MessageSource messages) {
        this.submissions = submissions;
        this.answers = answers;
        this.yearBefore = yearBefore;
        this.messages = messages;
    }

    /** One look at one task for one reader; the offers of a field stand one after the other. */
    private record Look(Place place, Form form, Set<String> keys, Locale reader, List<Offer> found) {}

    /** Where offers come from: {@code id} tells sources of one origin apart. */
    private record From(
            Origin origin, String id, @Nullable Integer year, String source, String address, String caveat) {}

    /** Without saying yet whether anybody took them. */
    List<Offer> of(Place place, ObjectNode values, Locale reader) {
        Form form = answers.form(place);
        Look look = new Look(place, form, new LinkedHashSet<>(form.enteredKeys()), reader, new ArrayList<>());
        Optional<Integer> asked = YearBefore.asked(place, form, values);
        List<Submission> standing = submissions.standing(place.undertaking().id());
        Optional<Submission> before = yearBefore.submission(place, standing);
        before.ifPresent(each -> add(look, each, Origin.YEAR_BEFORE, asked.map(year -> year - 1)));
        standing.stream()
                .filter(each -> !each.stage().code().equals(place.task().stage.code()) && isOf(each, asked))
                .forEach(each -> add(look, each, Origin.OTHER_STAGE, year(each)));
        asked.ifPresent(year -> {
            yearBefore.figures(place, year, reader).forEach(figure -> add(look, figure, Origin.PUBLIC_FIGURE));
            Set<String> said = look.found().stream()
                    .filter(offer -> offer.origin() == Origin.YEAR_BEFORE)
                    .map(Offer::key)
                    .collect(Collectors.toSet());
            yearBefore.figures(place, year - 1, reader).stream()
                    .filter(figure -> !said.contains(figure.field()))
                    .forEach(figure -> add(look, figure, Origin.FIGURE_BEFORE));
        });
        return look.found();
    }

    Form form(Place place) {
        return answers.form(place);
    }

    /** What stood in the draft before something was taken; empty where it does not fit any more. */
    Optional<Offer> replaced(Place place, OfferRepository.Replaced replaced, Locale reader) {
        Form form = answers.form(place);
        Look look = new Look(place, form, Set.of(replaced.field()), reader, new ArrayList<>());
        String source = say("replaced", reader, moment(replaced.at(), "d MMM yyyy HH:mm", reader));
        add(
                look,
                Sql.emptyObject().set(replaced.field(), replaced.value()),
                new From(Origin.REPLACED, "before", null, source, "", ""));
        return look.found().stream().findFirst();
    }

    /** Numbers of another year are no answer. */
    private static boolean isOf(Submission submission, Optional<Integer> asked) {
        return asked.isEmpty() || year(submission).map(asked.get()::equals).orElse(true);
    }

    private static Optional<Integer> year(Submission submission) {
        JsonNode named = submission.values().path("year");
        return submission.stage().year() != null
                ? Optional.of(submission.stage().year())
                : named.isInt() ? Optional.of(named.intValue()) : Optional.empty();
    }

    private void add(Look look, Submission submission, Origin origin, Optional<Integer> year) {
        String day = moment(submission.submittedAt(), "d MMM yyyy", look.reader());
        String stage = look.place()
                .commitment()
                .requireStage(submission.stage())
                .title()
                .in(look.reader());
        String source = say(
                origin.name(),
                look.reader(),
                year.map(String::valueOf).orElse(""),
                year.map(each -> stage + " " + each).orElse(stage),
                day,
                submission.submittedByName());
        add(
                look,
                submission.values(),
                new From(
                        origin,
                        origin == Origin.YEAR_BEFORE
                                ? "year"
                                : submission.taskKey().replace(':', '-'),
                        year.orElse(null),
                        source,
                        "",
                        ""));
    }

    private void add(Look look, Published figure, Origin origin) {
        From from = new From(
                origin,
                figure.id(),
                figure.year(),
                say(origin.name(), look.reader(), String.valueOf(figure.year()), figure.source()),
                figure.address(),
                figure.caveat());
        int before = look.found().size();
        add(look, Sql.emptyObject().set(figure.field(), figure.value()), from);
        if (origin == Origin.PUBLIC_FIGURE && look.found().size() > before) {
            add(look, whatTheFormAsksOnce(look, figure), from);
        }
    }

    /** Where figures come from and how much they cover, which a form asks once for all of them (domain.md 3.6). */
    private static ObjectNode whatTheFormAsksOnce(Look look, Published figure) {
        ObjectNode once = Sql.emptyObject();
        once.put("sourceKind", figure.sourceKind());
        once.put("sourceText", figure.source());
        if (figure.coverage().equals("PARTIAL")) {
            once.put("coverage", figure.coverage());
        }
        look.found().stream()
                .filter(offer -> offer.origin() == Origin.PUBLIC_FIGURE
                        && offer.value().equals(once.path(offer.key()))
                        && offer.value() instanceof TextNode)
                .forEach(offer -> once.remove(offer.key()));
        return once;
    }

    private void add(Look look, JsonNode values, From from) {
        ObjectNode known = Sql.emptyObject();
        values.properties().stream()
                .filter(each -> look.keys().contains(each.getKey()) && isSaid(each.getValue()))
                .filter(each -> from.origin() != Origin.OTHER_STAGE || !isOffered(look, each))
                .forEach(each -> known.set(each.getKey(), each.getValue()));
        answers.malformed(look.place(), look.form(), known, look.reader()).stream()
                .map(finding -> finding.field().split("/", 3))
                .filter(steps -> steps.length > 1)
                .forEach(steps -> known.remove(steps[1]));
        known.properties()
                .forEach(each -> look.found()
                        .add(new Offer(
                                from.origin().name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + from.id() + "."
                                        + each.getKey(),
                                "/" + each.getKey(),
                                from.origin(),
                                each.getValue(),
                                from.year(),
                                from.source(),
                                from.address(),
                                from.caveat(),
                                from.address().isEmpty() && from.origin() != Origin.REPLACED,
                                false,
                                false,
                                null)));
    }

    /** Other stages say the same again. */
    private static boolean isOffered(Look look, Map.Entry<String, JsonNode> said) {
        return look.found().stream()
                .anyMatch(offer ->
                        offer.key().equals(said.getKey()) && offer.value().equals(said.getValue()));
    }

    private static boolean isSaid(JsonNode value) {
        return !value.isNull()
                && !(value.isTextual() && value.asText().isBlank())
                && !(value.isContainerNode() && value.isEmpty());
    }

    private String say(String what, Locale reader, Object... arguments) {
        return messages.getMessage("undertakings.offers." + what, arguments, reader);
    }

    private static String moment(java.time.Instant at, String pattern, Locale reader) {
        return DateTimeFormatter.ofPattern(pattern, reader).format(at.atZone(Time.SEAT));
    }
}

package org.randot.commitments.indicators.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.indicators.IndicatorValue;
import org.randot.commitments.indicators.IndicatorView;
import org.randot.commitments.indicators.Indicators;
import org.randot.commitments.indicators.PublicFigure;
import org.randot.commitments.indicators.Region;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Indicator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Indicators and their values ({@code api.md}). */
@RestController
@RequestMapping("/api/v1/indicators")
@Tag(name = "Indicators")
class IndicatorResource {
    private final Indicators indicators;
    private final Catalogue catalogue;

    IndicatorResource(Indicators indicators, Catalogue catalogue) {
        this.indicators = indicators;
        this.catalogue = catalogue;
    }

    /** @param measures where there are several */
    record Definition(
            String code,
            String commitment,
            String name,
            String definition,
            String direction,
            String frequency,
            boolean platform,
            String officialSource,
            String sdgCode,
            List<MeasureAnswer> measures) {}

    record MeasureAnswer(String key, String name, String unit, int rounding, String regional) {}

    /** @param reported of {@code active} states; {@code amounts} one for each currency */
    record Regional(String measure, int period, String kind, int reported, int active, List<Amount> amounts) {}

    record Amount(@Nullable String currency, @Nullable BigDecimal value, boolean suppressed) {}

    record Values(
            String code, List<IndicatorValue> values, List<Regional> regional, List<PublicFigure> publicFigures) {}

    @GetMapping
    @Operation(summary = "Definitions, all or of one commitment")
    List<Definition> list(@RequestParam Optional<String> commitment, Locale reader) {
        return catalogue.all().stream()
                .filter(each -> commitment.isEmpty() || commitment.get().equals(each.code()))
                .flatMap(each ->
                        indicators.of(each).stream().map(indicator -> definition(each.code(), indicator, reader)))
                .toList();
    }

    @GetMapping("/{code}/values")
    @Operation(summary = "Values of states, what stands for all of them, and public figures; period 0 is the cycle")
    Values values(
            @PathVariable String code,
            @RequestParam Optional<String> state,
            @RequestParam Optional<Integer> from,
            @RequestParam Optional<Integer> to) {
        IndicatorView view = indicators.get(code);
        List<Regional> regional = new ArrayList<>();
        view.indicator()
                .measures()
                .forEach(measure -> view.regions().getOrDefault(measure.key(), List.of()).stream()
                        .filter(region -> isWithin(region.period(), from, to))
                        .forEach(region -> regional.add(new Regional(
                                measure.key(),
                                region.period(),
                                region.kind().name(),
                                region.reported(),
                                region.active(),
                                amounts(region)))));
        return new Values(
                code,
                view.values().stream()
                        .filter(value -> state.isEmpty() || state.get().equals(value.state()))
                        .filter(value -> isWithin(value.period(), from, to))
                        .toList(),
                regional,
                view.figures().stream()
                        .filter(figure -> state.isEmpty() || state.get().equals(figure.state()))
                        .toList());
    }

    private static List<Amount> amounts(Region region) {
        return region.suppressed()
                ? List.of(new Amount(null, null, true))
                : region.amounts().entrySet().stream()
                        .map(each -> new Amount(each.getKey().isEmpty() ? null : each.getKey(), each.getValue(), false))
                        .toList();
    }

    private static boolean isWithin(int period, Optional<Integer> from, Optional<Integer> to) {
        return period == 0 || from.orElse(period) <= period && period <= to.orElse(period);
    }

    private static Definition definition(String commitment, Indicator indicator, Locale reader) {
        return new Definition(
                indicator.code(),
                commitment,
                indicator.name().in(reader),
                indicator.definition().in(reader),
                indicator.direction().name(),
                indicator.frequency().name(),
                indicator.isOfPlatform(),
                indicator.officialSource(),
                indicator.sdgCode(),
                indicator.measures().stream()
                        .map(measure -> new MeasureAnswer(
                                measure.key(),
                                measure.name().in(reader),
                                measure.unit().name(),
                                measure.rounding(),
                                measure.regional().name()))
                        .toList());
    }
}

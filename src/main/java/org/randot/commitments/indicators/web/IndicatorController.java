package org.randot.commitments.indicators.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.indicators.IndicatorView;
import org.randot.commitments.indicators.Indicators;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.packages.Indicator;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalogue of indicators and the page of one. */
@Controller
@RequestMapping("/indicators")
class IndicatorController {
    private final Indicators indicators;
    private final Catalogue catalogue;
    private final States states;
    private final IndicatorPage page;
    private final FigureRows figures;
    private final CurrentActor actor;

    IndicatorController(
            Indicators indicators,
            Catalogue catalogue,
            States states,
            IndicatorPage page,
            FigureRows figures,
            CurrentActor actor) {
        this.indicators = indicators;
        this.catalogue = catalogue;
        this.states = states;
        this.page = page;
        this.figures = figures;
        this.actor = actor;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String commitment, Model model) {
        Map<Commitment, List<Indicator>> all = new LinkedHashMap<>();
        catalogue.all().stream()
                .filter(each -> commitment.isEmpty() || each.code().equals(commitment))
                .forEach(each -> all.put(each, indicators.of(each)));
        model.addAttribute("commitments", all);
        return "indicators/list";
    }

    /** @param state whose values are drawn; its own for those of one state */
    @GetMapping("/{code}")
    String show(@PathVariable String code, @RequestParam(defaultValue = "") String state, Model model, Locale reader) {
        IndicatorView view = indicators.get(code);
        String home = actor.find()
                .filter(each -> each.isNational())
                .map(each -> each.state())
                .orElse("");
        List<MemberState> choices = states.all(reader).stream()
                .filter(each ->
                        view.values().stream().anyMatch(value -> value.state().equals(each.iso3())))
                .toList();
        String chosen = state.isEmpty() ? home : state;
        String drawn = choices.stream().anyMatch(each -> each.iso3().equals(chosen)) ? chosen : "";
        model.addAttribute("view", view);
        model.addAttribute("choices", choices);
        model.addAttribute("state", drawn);
        model.addAttribute("panels", page.panels(view, drawn, reader));
        model.addAttribute("figures", figures.groups(view, reader));
        model.addAttribute("sums", figures.sums(view, reader));
        return "indicators/show";
    }
}

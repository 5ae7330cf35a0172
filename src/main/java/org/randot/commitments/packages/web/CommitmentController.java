package org.randot.commitments.packages.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.shared.Time;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What each commitment asks: all of them, one of them, and its process as a diagram. */
@Controller
@RequestMapping("/commitments")
class CommitmentController {
    private final Catalogue catalogue;
    private final PrintedCatalogue printed;
    private final Clock clock;

    CommitmentController(Catalogue catalogue, PrintedCatalogue printed, Clock clock) {
        this.catalogue = catalogue;
        this.printed = printed;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("commitments", catalogue.all());
        return "packages/list";
    }

    /** Everything that all commitments ask, or one, on one page to be printed. */
    @GetMapping("/print")
    String print(@RequestParam Optional<String> commitment, Model model, Locale reader) {
        model.addAttribute("chapters", printed.chapters(commitment.filter(code -> !code.isBlank()), reader));
        model.addAttribute("today", Time.today(clock));
        return "packages/print";
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Model model) {
        Commitment commitment = catalogue.byCode(code);
        Map<String, DueWords> dues = commitment.stages().stream()
                .collect(Collectors.toMap(Commitment.Stage::code, stage -> DueWords.of(stage.due())));
        model.addAttribute("commitment", commitment);
        model.addAttribute("dues", dues);
        model.addAttribute("indicators", catalogue.indicators(commitment));
        return "packages/show";
    }

    @GetMapping(path = "/{code}/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String code, Locale reader) {
        return catalogue.diagram(catalogue.byCode(code), reader);
    }
}

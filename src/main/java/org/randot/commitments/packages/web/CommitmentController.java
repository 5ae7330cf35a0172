package org.randot.commitments.packages.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What each commitment asks: all of them, one of them, and its process as a diagram. */
@Controller
@RequestMapping("/commitments")
class CommitmentController {
    private final Catalogue catalogue;

    CommitmentController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("commitments", catalogue.all());
        return "packages/list";
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

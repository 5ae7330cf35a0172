package org.randot.commitments.shell.web;

import java.util.Comparator;
import java.util.List;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.HomePanel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in: what the modules have to say to this person. */
@Controller
class HomeController {
    private final ObjectProvider<HomePanel> panels;
    private final CurrentActor actor;

    HomeController(ObjectProvider<HomePanel> panels, CurrentActor actor) {
        this.panels = panels;
        this.actor = actor;
    }

    @GetMapping("/")
    String home(Model model) {
        List<HomePanel.Content> contents = panels.stream()
                .sorted(Comparator.comparingInt(HomePanel::order))
                .flatMap(panel -> panel.content().stream())
                .toList();
        model.addAttribute("name", actor.get().name());
        model.addAttribute("panels", contents);
        return "shell/home";
    }
}

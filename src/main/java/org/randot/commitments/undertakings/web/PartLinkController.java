package org.randot.commitments.undertakings.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.randot.commitments.forms.FormFinding;
import org.randot.commitments.forms.FormView;
import org.randot.commitments.forms.Forms;
import org.randot.commitments.undertakings.PartLinks;
import org.randot.commitments.undertakings.SubmissionRefused;
import org.randot.commitments.undertakings.TaskView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a coordinator's link leads: one part of a form, for somebody without an account. */
@Controller
@RequestMapping("/contribute/{secret}")
class PartLinkController {
    private static final String PAGE = "undertakings/contribute";

    private final PartLinks links;
    private final Forms forms;

    PartLinkController(PartLinks links, Forms forms) {
        this.links = links;
        this.forms = forms;
    }

    @GetMapping
    String show(@PathVariable String secret, Model model, Locale reader, HttpServletRequest request) {
        TaskView view = links.open(secret, request.getRemoteAddr(), reader);
        return page(secret, view, view.values(), List.of(), model);
    }

    /** Buttons of tables only draw the page anew; nothing is kept before it is sent. */
    @PostMapping
    String send(
            @PathVariable String secret,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(defaultValue = "") String then,
            Model model,
            Locale reader,
            HttpServletRequest request,
            HttpServletResponse response) {
        TaskView view = links.open(secret, request.getRemoteAddr(), reader);
        ObjectNode values = forms.read(view.form(), posted);
        if (!then.equals("send")) {
            return page(secret, view, forms.applyRowAction(view.form(), values, posted), List.of(), model);
        }
        try {
            links.send(secret, request.getRemoteAddr(), values, reader);
        } catch (SubmissionRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(secret, view, values, refused.findings(), model);
        }
        model.addAttribute("sent", true);
        return page(secret, view, values, List.of(), model);
    }

    private String page(String secret, TaskView view, ObjectNode values, List<FormFinding> findings, Model model) {
        model.addAttribute("secret", secret);
        model.addAttribute("view", view);
        model.addAttribute(
                "form",
                forms.view(view.form(), values, findings, view.context(), view.texts(), FormView.Beside.nothing()));
        return PAGE;
    }
}

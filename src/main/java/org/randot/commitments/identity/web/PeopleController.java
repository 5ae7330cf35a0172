package org.randot.commitments.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.randot.commitments.identity.PeopleAdministration;
import org.randot.commitments.identity.PersonView;
import org.randot.commitments.identity.RightsRefused;
import org.randot.commitments.identity.Role;
import org.randot.commitments.identity.StaleEdit;
import org.randot.commitments.reference.States;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Refusal;
import org.randot.commitments.shared.Time;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People and nominations, for the administrator. */
@Controller
@RequestMapping("/admin/people")
class PeopleController {
    private final PeopleAdministration people;
    private final States states;
    private final Clock clock;

    PeopleController(PeopleAdministration people, States states, Clock clock) {
        this.people = people;
        this.states = states;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("people", people.find(q, new Paging(page, Paging.DEFAULT_SIZE)));
        return "identity/people";
    }

    @GetMapping("/new")
    String ask(Model model, Locale reader) {
        return page(model, reader, PersonForm.empty(Time.today(clock)));
    }

    @PostMapping
    String add(@ModelAttribute("form") PersonForm form, Model model, Locale reader, HttpServletResponse response) {
        try {
            PeopleAdministration.Added added = people.add(form.toAdd());
            model.addAttribute("link", added.link());
            return show(added.id(), model, reader);
        } catch (RightsRefused refused) {
            refused(refused, HttpStatus.UNPROCESSABLE_ENTITY, model, response);
            return page(model, reader, form);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, Locale reader) {
        PersonView person = people.get(id);
        model.addAttribute("person", person);
        model.addAttribute("nominations", people.nominations(id));
        if (person.roles().contains(Role.NATIONAL_COORDINATOR)) {
            model.addAttribute("alternate", people.isAlternate(id));
        }
        return page(model, reader, PersonForm.of(person, Time.today(clock)));
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @ModelAttribute("form") PersonForm form,
            Model model,
            Locale reader,
            HttpServletResponse response) {
        try {
            people.change(id, form.toChange(Time.today(clock)));
            return "redirect:/admin/people/" + id;
        } catch (RightsRefused refused) {
            refused(refused, HttpStatus.UNPROCESSABLE_ENTITY, model, response);
            show(id, model, reader);
            return page(model, reader, form);
        } catch (StaleEdit refused) {
            refused(refused, HttpStatus.CONFLICT, model, response);
            return show(id, model, reader);
        }
    }

    @PostMapping("/{id}/standing")
    String standing(@PathVariable UUID id, @RequestParam boolean alternate) {
        people.setAlternate(id, alternate);
        return "redirect:/admin/people/" + id;
    }

    @PostMapping("/{id}/{change:activate|deactivate}")
    String activate(
            @PathVariable UUID id,
            @PathVariable String change,
            Model model,
            Locale reader,
            HttpServletResponse response) {
        try {
            people.setActive(id, "activate".equals(change));
            return "redirect:/admin/people/" + id;
        } catch (RightsRefused refused) {
            refused(refused, HttpStatus.UNPROCESSABLE_ENTITY, model, response);
            return show(id, model, reader);
        }
    }

    @PostMapping("/{id}/invitation")
    String invite(@PathVariable UUID id, Model model, Locale reader) {
        model.addAttribute("link", people.invite(id));
        return show(id, model, reader);
    }

    private String page(Model model, Locale reader, PersonForm form) {
        model.addAttribute("form", form);
        model.addAttribute("allRoles", Role.values());
        model.addAttribute("states", states.all(reader));
        return "identity/person";
    }

    private static void refused(Refusal refused, HttpStatus status, Model model, HttpServletResponse response) {
        model.addAttribute("refused", refused);
        response.setStatus(status.value());
    }
}

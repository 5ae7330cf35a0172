package org.randot.commitments.reference.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.Agency;
import org.randot.commitments.reference.Register;
import org.randot.commitments.reference.RegisterEntry;
import org.randot.commitments.reference.RegisterSearch;
import org.randot.commitments.shared.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The coordinator's register of agencies. */
@Controller
@RequestMapping("/agencies")
class AgencyController {
    private final RegisterPages pages;

    AgencyController(RegisterPages pages) {
        this.pages = pages;
    }

    /** The form of an agency as it was typed; {@code name_es} and so on are its name in each language. */
    record AgencyForm(
            @Nullable String name_en,
            @Nullable String name_es,
            @Nullable String name_pt,
            @Nullable String name_fr,
            @Nullable String kind,
            @Nullable String level,
            @Nullable String contactRole,
            @Nullable Integer version)
            implements RegisterPages.Typed<Agency> {
        static AgencyForm of(RegisterEntry<Agency> entry) {
            Agency agency = entry.description();
            Map<String, String> name = agency.name();
            return new AgencyForm(
                    name.get("en"),
                    name.get("es"),
                    name.get("pt"),
                    name.get("fr"),
                    agency.kind() == null ? null : agency.kind().name(),
                    agency.level() == null ? null : agency.level().name(),
                    agency.contactRole(),
                    entry.version());
        }

        @Override
        public Agency description() {
            return new Agency(
                    called(), choice(Agency.Kind.values(), kind), choice(Agency.Level.values(), level), contactRole);
        }

        private static <E extends Enum<E>> @Nullable E choice(E[] values, @Nullable String typed) {
            return Arrays.stream(values)
                    .filter(each -> each.name().equals(typed))
                    .findFirst()
                    .orElse(null);
        }

        RegisterEntry<Agency> change(RegisterEntry<Agency> before) {
            return new RegisterEntry<>(before.id(), description(), before.retired(), version == null ? 0 : version);
        }

        /** For the template. */
        public Map<String, String> called() {
            return RegisterPages.names(name_en, name_es, name_pt, name_fr);
        }
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale reader) {
        RegisterSearch search = new RegisterSearch(q, retired, new Paging(page, Paging.DEFAULT_SIZE));
        return pages.list(Register.AGENCIES, search, model, reader);
    }

    @GetMapping("/new")
    String ask(Model model) {
        return form(new AgencyForm(null, null, null, null, null, null, null, null), model);
    }

    private String form(AgencyForm typed, Model model) {
        choices(model);
        return pages.form(Register.AGENCIES, typed, model);
    }

    private static void choices(Model model) {
        model.addAttribute("kinds", Agency.Kind.values());
        model.addAttribute("levels", Agency.Level.values());
    }

    @PostMapping
    String add(
            @ModelAttribute("form") AgencyForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        choices(model);
        return pages.add(Register.AGENCIES, form, new RegisterPages.Answer(model, response, flash));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        RegisterEntry<Agency> entry = pages.get(Register.AGENCIES, id);
        model.addAttribute("entry", entry);
        return form(AgencyForm.of(entry), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @ModelAttribute("form") AgencyForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        choices(model);
        RegisterEntry<Agency> change = form.change(pages.get(Register.AGENCIES, id));
        return pages.change(Register.AGENCIES, change, form, new RegisterPages.Answer(model, response, flash));
    }

    @PostMapping("/{id}/{act:retire|restore}")
    String retire(@PathVariable UUID id, @PathVariable String act, RedirectAttributes flash) {
        return pages.retire(Register.AGENCIES, id, act.equals("retire"), flash);
    }
}

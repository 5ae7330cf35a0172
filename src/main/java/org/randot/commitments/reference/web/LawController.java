package org.randot.commitments.reference.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.Law;
import org.randot.commitments.reference.Register;
import org.randot.commitments.reference.RegisterEntry;
import org.randot.commitments.reference.RegisterRefused;
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

/** The coordinator's register of laws. */
@Controller
@RequestMapping("/laws")
class LawController {
    private final RegisterPages pages;

    LawController(RegisterPages pages) {
        this.pages = pages;
    }

    /** The form of a law as it was typed; {@code name_es} and so on are its title in each language. */
    record LawForm(
            @Nullable String name_en,
            @Nullable String name_es,
            @Nullable String name_pt,
            @Nullable String name_fr,
            @Nullable String number,
            @Nullable String adopted,
            @Nullable String inForce,
            @Nullable String articles,
            @Nullable String url,
            @Nullable Integer version)
            implements RegisterPages.Typed<Law> {
        static LawForm of(RegisterEntry<Law> entry) {
            Law law = entry.description();
            Map<String, String> title = law.title();
            return new LawForm(
                    title.get("en"),
                    title.get("es"),
                    title.get("pt"),
                    title.get("fr"),
                    law.number(),
                    law.adopted() == null ? null : law.adopted().toString(),
                    law.inForce() == null ? null : law.inForce().toString(),
                    law.articles(),
                    law.url(),
                    entry.version());
        }

        @Override
        public Law description() {
            return new Law(called(), number, date(adopted), date(inForce), articles, url);
        }

        private static @Nullable LocalDate date(@Nullable String typed) {
            try {
                return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
            } catch (DateTimeException notADate) {
                return null;
            }
        }

        @Override
        public List<RegisterRefused.Problem> unreadable() {
            var problems = new ArrayList<RegisterRefused.Problem>();
            for (var each :
                    Map.of("adopted", text(adopted), "inForce", text(inForce)).entrySet()) {
                if (!each.getValue().isBlank() && date(each.getValue()) == null) {
                    problems.add(new RegisterRefused.Problem(each.getKey(), "DATE"));
                }
            }
            return problems;
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        RegisterEntry<Law> change(RegisterEntry<Law> before) {
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
        return pages.list(Register.LAWS, search, model, reader);
    }

    @GetMapping("/new")
    String ask(Model model) {
        return pages.form(
                Register.LAWS, new LawForm(null, null, null, null, null, null, null, null, null, null), model);
    }

    @PostMapping
    String add(
            @ModelAttribute("form") LawForm form, Model model, HttpServletResponse response, RedirectAttributes flash) {
        return pages.add(Register.LAWS, form, new RegisterPages.Answer(model, response, flash));
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        RegisterEntry<Law> entry = pages.get(Register.LAWS, id);
        model.addAttribute("entry", entry);
        return pages.form(Register.LAWS, LawForm.of(entry), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @ModelAttribute("form") LawForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        RegisterEntry<Law> change = form.change(pages.get(Register.LAWS, id));
        return pages.change(Register.LAWS, change, form, new RegisterPages.Answer(model, response, flash));
    }

    @PostMapping("/{id}/{act:retire|restore}")
    String retire(@PathVariable UUID id, @PathVariable String act, RedirectAttributes flash) {
        return pages.retire(Register.LAWS, id, act.equals("retire"), flash);
    }
}

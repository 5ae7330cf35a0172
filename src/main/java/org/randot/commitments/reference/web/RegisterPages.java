package org.randot.commitments.reference.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.Described;
import org.randot.commitments.reference.Register;
import org.randot.commitments.reference.RegisterEntry;
import org.randot.commitments.reference.RegisterRefused;
import org.randot.commitments.reference.RegisterSearch;
import org.randot.commitments.reference.Registers;
import org.randot.commitments.reference.StaleEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of both registers have in common: the list, and what happens when an entry is saved. */
@Component
class RegisterPages {
    private final Registers registers;

    RegisterPages(Registers registers) {
        this.registers = registers;
    }

    /** What somebody typed into the form of an entry. */
    interface Typed<D extends Described> {
        D description();

        /** What cannot be understood of it. */
        default List<RegisterRefused.Problem> unreadable() {
            return List.of();
        }
    }

    /** Where a controller puts its answer. */
    record Answer(Model model, HttpServletResponse response, RedirectAttributes flash) {}

    <D extends Described> String list(Register<D> register, RegisterSearch search, Model model, Locale reader) {
        model.addAttribute("register", register.path());
        model.addAttribute("search", search);
        model.addAttribute("entries", registers.list(register, registers.home(), search, reader));
        return "reference/" + register.path();
    }

    <D extends Described> RegisterEntry<D> get(Register<D> register, UUID id) {
        return registers.get(register, registers.home(), id);
    }

    String form(Register<?> register, Typed<?> typed, Model model) {
        registers.home();
        model.addAttribute("register", register.path());
        model.addAttribute("form", typed);
        return "reference/" + (register == Register.AGENCIES ? "agency" : "law");
    }

    <D extends Described> String add(Register<D> register, Typed<D> typed, Answer answer) {
        try {
            requireReadable(typed);
            registers.add(register, registers.home(), typed.description());
        } catch (RegisterRefused refused) {
            return refused(register, typed, refused, answer);
        }
        return done(register, "added", answer.flash());
    }

    <D extends Described> String change(Register<D> register, RegisterEntry<D> change, Typed<D> typed, Answer answer) {
        answer.model().addAttribute("entry", change);
        try {
            requireReadable(typed);
            registers.change(register, registers.home(), change);
        } catch (RegisterRefused refused) {
            return refused(register, typed, refused, answer);
        } catch (StaleEntry stale) {
            answer.response().setStatus(HttpStatus.CONFLICT.value());
            answer.model().addAttribute("refused", stale.key());
            answer.model().addAttribute("entry", get(register, change.id()));
            return form(register, typed, answer.model());
        }
        return done(register, "changed", answer.flash());
    }

    private static void requireReadable(Typed<?> typed) {
        if (!typed.unreadable().isEmpty()) {
            throw new RegisterRefused(typed.unreadable());
        }
    }

    private String refused(Register<?> register, Typed<?> typed, RegisterRefused refused, Answer answer) {
        answer.response().setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Map<String, String> problems = refused.problems().stream()
                .collect(Collectors.toMap(
                        RegisterRefused.Problem::field, RegisterRefused.Problem::code, (first, next) -> first));
        answer.model().addAttribute("refused", refused.key());
        answer.model().addAttribute("problems", problems);
        return form(register, typed, answer.model());
    }

    /** Whoever retires an entry has seen it a moment ago: what others say of it meanwhile stays. */
    <D extends Described> String retire(Register<D> register, UUID id, boolean retired, RedirectAttributes flash) {
        RegisterEntry<D> entry = get(register, id);
        registers.change(
                register, registers.home(), new RegisterEntry<>(id, entry.description(), retired, entry.version()));
        return done(register, retired ? "retired" : "restored", flash);
    }

    private static String done(Register<?> register, String what, RedirectAttributes flash) {
        flash.addFlashAttribute("done", "reference.register." + what);
        return "redirect:/" + register.path();
    }

    /** A text in each language, empty where nothing was typed. */
    static Map<String, String> names(
            @Nullable String en, @Nullable String es, @Nullable String pt, @Nullable String fr) {
        var names = new HashMap<String, String>();
        names.put("en", en == null ? "" : en);
        names.put("es", es == null ? "" : es);
        names.put("pt", pt == null ? "" : pt);
        names.put("fr", fr == null ? "" : fr);
        return names;
    }
}

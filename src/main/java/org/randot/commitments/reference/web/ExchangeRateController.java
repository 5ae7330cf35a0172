package org.randot.commitments.reference.web;

import java.math.BigDecimal;
import java.security.Principal;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.ExchangeRate;
import org.randot.commitments.reference.ExchangeRateRefused;
import org.randot.commitments.reference.ExchangeRates;
import org.randot.commitments.reference.SetExchangeRate;
import org.randot.commitments.shared.Absent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Exchange rates, for the administrator: all of them, and one to enter or to change. */
@Controller
@RequestMapping("/admin/rates")
class ExchangeRateController {
    private static final String PAGE = "reference/rate";
    private static final String REFUSED = "reference.refusal.rate.";

    private final ExchangeRates rates;

    ExchangeRateController(ExchangeRates rates) {
        this.rates = rates;
    }

    /** As typed, with the reader's decimal mark and nothing between thousands: "1.234" could mean two numbers. */
    record RateForm(
            @Nullable String currency,
            @Nullable String year,
            @Nullable String unitsPerUsd,
            @Nullable String asOf,
            @Nullable String source,
            @Nullable Integer version) {
        static RateForm empty() {
            return new RateForm("", "", "", "", "", 0);
        }

        static RateForm of(ExchangeRate known, Locale reader) {
            return new RateForm(
                    known.currency(),
                    String.valueOf(known.year()),
                    known.unitsPerUsd().toPlainString().replace('.', mark(reader)),
                    known.asOf().toString(),
                    known.source(),
                    known.version());
        }

        /** What cannot be read is refused on its field. */
        Optional<SetExchangeRate> toChange(Errors errors, Locale reader) {
            int ofYear = text(year).matches("\\d{4}") ? Integer.parseInt(text(year)) : refused(errors, "year", 0);
            String rate = text(unitsPerUsd).replace(mark(reader), '.');
            BigDecimal units = text(unitsPerUsd).matches("\\d{1,14}([" + mark(reader) + "]\\d{1,10})?")
                    ? new BigDecimal(rate)
                    : refused(errors, "unitsPerUsd", BigDecimal.ZERO);
            LocalDate day = day().orElseGet(() -> refused(errors, "asOf", LocalDate.EPOCH));
            return errors.hasErrors()
                    ? Optional.empty()
                    : Optional.of(new SetExchangeRate(
                            code(), ofYear, units, day, text(source), version == null ? 0 : version));
        }

        private Optional<LocalDate> day() {
            try {
                return Optional.of(LocalDate.parse(text(asOf)));
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }

        private static <T> T refused(Errors errors, String field, T nothing) {
            errors.rejectValue(field, REFUSED + field, REFUSED + field);
            return nothing;
        }

        private String code() {
            return text(currency).toUpperCase(Locale.ROOT);
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        private static char mark(Locale reader) {
            return DecimalFormatSymbols.getInstance(reader).getDecimalSeparator();
        }
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("rates", rates.all());
        return "reference/rates";
    }

    @GetMapping("/new")
    String add(Model model) {
        model.addAttribute("form", RateForm.empty());
        return PAGE;
    }

    @GetMapping("/{currency}/{year}")
    String ask(@PathVariable String currency, @PathVariable int year, Model model, Locale reader) {
        ExchangeRate known = rates.of(currency, year).orElseThrow(Absent::new);
        model.addAttribute("form", RateForm.of(known, reader));
        return PAGE;
    }

    @PostMapping
    String set(
            @ModelAttribute("form") RateForm form,
            BindingResult errors,
            Model model,
            Locale reader,
            Principal who,
            RedirectAttributes flash) {
        Optional<SetExchangeRate> wanted = form.toChange(errors, reader);
        if (wanted.isEmpty()) {
            return PAGE;
        }
        SetExchangeRate rate = wanted.get();
        try {
            rates.set(rate, who.getName());
        } catch (ExchangeRateRefused refused) {
            if (refused.field().isEmpty()) {
                errors.reject(refused.key(), refused.key());
                rates.of(rate.currency(), rate.year()).ifPresent(known -> model.addAttribute("known", known));
            } else {
                errors.rejectValue(refused.field(), refused.key(), refused.key());
            }
            return PAGE;
        }
        flash.addFlashAttribute("done", "reference.rates.saved");
        return "redirect:/admin/rates";
    }
}

package org.randot.commitments.reference.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.reference.ExchangeRate;
import org.randot.commitments.reference.ExchangeRates;
import org.randot.commitments.reference.SetExchangeRate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exchange rates to the US dollar (domain.md 5.7). */
@RestController
@RequestMapping("/api/v1/rates")
@Tag(name = "Reference data")
class ExchangeRateResource {
    private final ExchangeRates rates;

    ExchangeRateResource(ExchangeRates rates) {
        this.rates = rates;
    }

    /** @param version that the caller saw; 0 where nobody entered anything yet */
    record Change(
            @NotNull BigDecimal unitsPerUsd,
            @NotNull LocalDate asOf,
            @NotNull String source,
            @NotNull Integer version) {}

    @GetMapping
    @Operation(summary = "Units of each currency per US dollar, by year; without a rate nothing is converted")
    List<ExchangeRate> list(HttpServletRequest reader) {
        return Persons.areToldTo(reader)
                ? rates.all()
                : rates.all().stream().map(ExchangeRate::withoutPerson).toList();
    }

    @PutMapping("/{currency}/{year}")
    @Operation(summary = "Enter or change a rate (administrator)")
    ExchangeRate change(
            @PathVariable String currency,
            @PathVariable int year,
            @Valid @RequestBody Change body,
            @Nullable Principal who) {
        return rates.set(
                new SetExchangeRate(currency, year, body.unitsPerUsd(), body.asOf(), body.source(), body.version()),
                who == null ? "" : who.getName());
    }
}

package org.randot.commitments.undertakings;

import java.util.List;
import org.randot.commitments.forms.DollarRates;
import org.randot.commitments.reference.ExchangeRate;
import org.randot.commitments.reference.ExchangeRates;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Exchange rates as forms use them: read at once, when the first amount is told, and only then. */
@Component
class KnownRates {
    private final ExchangeRates rates;

    KnownRates(ExchangeRates rates) {
        this.rates = rates;
    }

    /** For one page. */
    DollarRates once() {
        SingletonSupplier<List<ExchangeRate>> all = SingletonSupplier.of(rates::all);
        return (currency, year) -> all.obtain().stream()
                .filter(each -> each.currency().equals(currency) && each.year() == year)
                .findFirst()
                .map(each -> new DollarRates.Rate(each.unitsPerUsd(), each.asOf(), each.source()));
    }
}

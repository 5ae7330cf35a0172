package org.randot.commitments.reference;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.ReadOnce;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a US dollar cost in a currency: looked up, never guessed, shown beside an amount and never in its place (domain.md 5.7). */
@ModuleApi
public class ExchangeRates {
    public static final String DOLLAR = "USD";
    /** Sources up to this length are kept. */
    public static final int LONGEST_SOURCE = 300;

    private static final int FIRST_YEAR = 1900;
    private static final int DECIMALS = 10;
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(14);
    /** Those of money: neither metals nor accounting units nor the codes for testing. */
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(each -> each.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final JdbcClient jdbc;
    private final ReadOnce<String, List<ExchangeRate>> known = new ReadOnce<>();
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ExchangeRates(JdbcClient jdbc, ApplicationEventPublisher facts, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.clock = clock;
    }

    /** By currency, the newest year first; the dollar itself, which is 1, is not among them. */
    public List<ExchangeRate> all() {
        return known.always(
                "",
                () -> jdbc.sql("select * from exchange_rate order by currency, year desc")
                        .query(ExchangeRates::read)
                        .list());
    }

    /** None for the dollar, which needs none, and where nobody entered one. */
    public Optional<ExchangeRate> of(String currency, int year) {
        return all().stream()
                .filter(each -> each.currency().equals(currency) && each.year() == year)
                .findFirst();
    }

    /**
     * Enters or changes a rate. The same again changes nothing.
     *
     * @param changedBy who did it
     * @throws ExchangeRateRefused for what is no rate, without a source or a day, or when somebody else was faster
     */
    public ExchangeRate set(SetExchangeRate wanted, String changedBy) {
        requireSound(wanted);
        Optional<ExchangeRate> before = of(wanted.currency(), wanted.year());
        if (before.map(ExchangeRate::version).orElse(0) != wanted.version()) {
            throw ExchangeRateRefused.stale();
        }
        if (before.filter(each -> isSame(each, wanted)).isPresent()) {
            return before.get();
        }
        save(wanted, changedBy);
        known.forget();
        facts.publishEvent(new ExchangeRateFact(
                wanted.currency(),
                wanted.year(),
                before.map(ExchangeRate::unitsPerUsd).orElse(null),
                wanted.unitsPerUsd(),
                wanted.asOf(),
                wanted.source().strip()));
        return of(wanted.currency(), wanted.year()).orElseThrow();
    }

    private void requireSound(SetExchangeRate wanted) {
        LocalDate today = Time.today(clock);
        if (!CURRENCIES.contains(wanted.currency()) || wanted.currency().equals(DOLLAR)) {
            throw ExchangeRateRefused.because("currency");
        }
        if (wanted.year() < FIRST_YEAR || wanted.year() > today.getYear()) {
            throw ExchangeRateRefused.because("year");
        }
        BigDecimal rate = wanted.unitsPerUsd();
        if (rate.signum() <= 0
                || rate.compareTo(LIMIT) >= 0
                || rate.stripTrailingZeros().scale() > DECIMALS) {
            throw ExchangeRateRefused.because("unitsPerUsd");
        }
        if (wanted.asOf().isAfter(today) || wanted.asOf().getYear() < wanted.year()) {
            throw ExchangeRateRefused.because("asOf");
        }
        if (wanted.source().isBlank() || wanted.source().strip().length() > LONGEST_SOURCE) {
            throw ExchangeRateRefused.because("source");
        }
    }

    private static boolean isSame(ExchangeRate known, SetExchangeRate wanted) {
        return known.unitsPerUsd().compareTo(wanted.unitsPerUsd()) == 0
                && known.asOf().equals(wanted.asOf())
                && known.source().equals(wanted.source().strip());
    }

    private void save(SetExchangeRate wanted, String changedBy) {
        int saved = jdbc.sql("""
                        insert into exchange_rate (currency, year, units_per_usd, as_of, source, changed_by, changed_at, version)
                        values (:currency, :year, :rate, :asOf, :source, :by, :at, :version)
                        on conflict (currency, year) do update set units_per_usd = excluded.units_per_usd, as_of = excluded.as_of,
                          source = excluded.source, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
                          version = excluded.version
                        where exchange_rate.version = excluded.version - 1""")
                .param("currency", wanted.currency())
                .param("year", wanted.year())
                .param("rate", wanted.unitsPerUsd())
                .param("asOf", wanted.asOf())
                .param("source", wanted.source().strip())
                .param("by", changedBy)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("version", wanted.version() + 1)
                .update();
        if (saved == 0) {
            throw ExchangeRateRefused.stale();
        }
    }

    private static ExchangeRate read(ResultSet row, int number) throws SQLException {
        BigDecimal rate = Objects.requireNonNull(row.getBigDecimal("units_per_usd"));
        return new ExchangeRate(
                row.getString("currency"),
                row.getInt("year"),
                new BigDecimal(rate.stripTrailingZeros().toPlainString()),
                row.getObject("as_of", LocalDate.class),
                row.getString("source"),
                row.getInt("version"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}

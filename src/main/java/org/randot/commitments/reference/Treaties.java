package org.randot.commitments.reference;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.ModuleApi;
import org.randot.commitments.shared.ReadOnce;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where each state stands towards each treaty: looked up in the registers, never guessed (domain.md 2.3). */
@ModuleApi
public class Treaties {
    /** Reservations up to this length are kept. */
    public static final int LONGEST_RESERVATION = 4000;

    private static final int LONGEST_URL = 500;

    private final JdbcClient jdbc;
    private final ReadOnce<String, Map<Instrument, TreatyStatus>> known = new ReadOnce<>();
    private final States states;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Treaties(JdbcClient jdbc, States states, ApplicationEventPublisher facts, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.facts = facts;
        this.clock = clock;
    }

    /** Every instrument, in one order. @throws org.randot.commitments.shared.Absent for an unknown state */
    public List<TreatyStatus> of(String iso3) {
        states.get(iso3);
        Map<Instrument, TreatyStatus> kept = known.always(iso3, () -> read(iso3));
        return Arrays.stream(Instrument.values())
                .map(each -> Optional.ofNullable(kept.get(each)).orElseGet(() -> TreatyStatus.unknown(iso3, each)))
                .toList();
    }

    public TreatyStatus of(String iso3, Instrument instrument) {
        return of(iso3).stream()
                .filter(each -> each.instrument() == instrument)
                .findFirst()
                .orElseThrow();
    }

    /** As expressions of forms see it: PARTY, SIGNATORY, NONE or UNKNOWN by instrument. */
    public Map<String, String> standing(String iso3) {
        Map<String, String> standing = new LinkedHashMap<>();
        of(iso3).forEach(each ->
                standing.put(each.instrument().name(), each.status().name()));
        return standing;
    }

    /**
     * Notes what a register says. The same again changes nothing.
     *
     * @param changedBy who did it, for the history
     * @throws TreatyRefused without a source or a date, for a date to come, or when somebody else was faster
     */
    public TreatyStatus change(ChangeTreatyStatus change, String changedBy) {
        TreatyStatus before = of(change.state(), change.instrument());
        requireSound(change);
        if (before.version() != change.version()) {
            throw TreatyRefused.stale();
        }
        TreatyStatus now = new TreatyStatus(
                change.state(),
                change.instrument(),
                change.status(),
                change.status() == Standing.UNKNOWN ? null : change.since(),
                change.reservation().strip(),
                change.sourceUrl().strip(),
                before.version() + 1,
                changedBy,
                clock.instant());
        if (isSame(before, now)) {
            return before;
        }
        save(now);
        note(before.status(), now);
        known.forget();
        if (before.status() != now.status()) {
            facts.publishEvent(
                    new TreatyFact(now.state(), now.instrument(), before.status(), now.status(), now.sourceUrl()));
        }
        return now;
    }

    private void requireSound(ChangeTreatyStatus change) {
        LocalDate since = change.since();
        boolean joined = change.status() == Standing.PARTY || change.status() == Standing.SIGNATORY;
        if (joined && since == null) {
            throw TreatyRefused.because("since", "since");
        }
        if (since != null && since.isAfter(Time.today(clock))) {
            throw TreatyRefused.because("future", "since");
        }
        boolean sourceNeeded = change.status() != Standing.UNKNOWN;
        if (change.sourceUrl().isBlank()
                ? sourceNeeded
                : !isAddress(change.sourceUrl().strip())) {
            throw TreatyRefused.because("source", "sourceUrl");
        }
        if (change.reservation().length() > LONGEST_RESERVATION) {
            throw TreatyRefused.because("reservation", "reservation");
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            return url.length() <= LONGEST_URL && url.matches("https?://.*") && address.getHost() != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean isSame(TreatyStatus one, TreatyStatus other) {
        return one.equals(new TreatyStatus(
                other.state(),
                other.instrument(),
                other.status(),
                other.since(),
                other.reservation(),
                other.sourceUrl(),
                one.version(),
                one.changedBy(),
                one.changedAt()));
    }

    private void save(TreatyStatus now) {
        int saved = jdbc.sql("""
                        insert into treaty_status (state, instrument, status, since, reservation, source_url, changed_by, changed_at, version)
                        values (:state, :instrument, :status, cast(:since as date), :reservation, :source, :by, :at, :version)
                        on conflict (state, instrument) do update set status = excluded.status, since = excluded.since,
                          reservation = excluded.reservation, source_url = excluded.source_url, changed_by = excluded.changed_by,
                          changed_at = excluded.changed_at, version = excluded.version
                        where treaty_status.version = excluded.version - 1""")
                .params(values(now))
                .param("version", now.version())
                .update();
        if (saved == 0) {
            throw TreatyRefused.stale();
        }
    }

    private void note(Standing before, TreatyStatus now) {
        jdbc.sql("""
                        insert into treaty_status_change (id, state, instrument, old_status, status, since, reservation, source_url, changed_by,
                          changed_at)
                        values (:id, :state, :instrument, :before, :status, cast(:since as date), :reservation, :source, :by, :at)""")
                .params(values(now))
                .param("id", Ids.next())
                .param("before", before.name())
                .update();
    }

    private static Map<String, @Nullable Object> values(TreatyStatus now) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("state", now.state());
        values.put("instrument", now.instrument().name());
        values.put("status", now.status().name());
        values.put("since", now.since());
        values.put("reservation", now.reservation());
        values.put("source", now.sourceUrl());
        values.put("by", now.changedBy());
        values.put("at", now.changedAt() == null ? null : OffsetDateTime.ofInstant(now.changedAt(), ZoneOffset.UTC));
        return values;
    }

    /** The newest first. @throws org.randot.commitments.shared.Absent for an unknown state */
    public List<TreatyStatusChange> history(String iso3) {
        states.get(iso3);
        return jdbc.sql("select * from treaty_status_change where state = ? order by changed_at desc, id desc")
                .param(iso3)
                .query((row, number) -> new TreatyStatusChange(
                        Instrument.valueOf(row.getString("instrument")),
                        Standing.valueOf(row.getString("old_status")),
                        Standing.valueOf(row.getString("status")),
                        row.getObject("since", LocalDate.class),
                        row.getString("reservation"),
                        row.getString("source_url"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Map<Instrument, TreatyStatus> read(String iso3) {
        Map<Instrument, TreatyStatus> kept = new EnumMap<>(Instrument.class);
        jdbc.sql("select * from treaty_status where state = ?")
                .param(iso3)
                .query(Treaties::read)
                .list()
                .forEach(each -> kept.put(each.instrument(), each));
        return kept;
    }

    private static TreatyStatus read(ResultSet row, int number) throws SQLException {
        return new TreatyStatus(
                row.getString("state"),
                Instrument.valueOf(row.getString("instrument")),
                Standing.valueOf(row.getString("status")),
                row.getObject("since", LocalDate.class),
                row.getString("reservation"),
                row.getString("source_url"),
                row.getInt("version"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}

package org.randot.commitments.undertakings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.shared.ReadOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UndertakingRepository {
    private final JdbcClient jdbc;
    private final ReadOnce<Object, Undertaking> known = new ReadOnce<>();

    UndertakingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when it was there already */
    boolean insert(Undertaking undertaking) {
        UndertakingKey key = undertaking.key();
        return jdbc.sql("""
                        insert into undertaking (id, key, cycle, state, commitment, year, package_version, launched_at)
                        values (:id, :key, :cycle, :state, :commitment, cast(:year as integer), :version, :at)
                        on conflict (key) do nothing""")
                        .param("id", undertaking.id())
                        .param("key", key.toString())
                        .param("cycle", key.cycle())
                        .param("state", key.state())
                        .param("commitment", key.commitment())
                        .param("year", key.year())
                        .param("version", undertaking.packageVersion())
                        .param("at", Sql.at(undertaking.launchedAt()))
                        .update()
                == 1;
    }

    Optional<Undertaking> byKey(String key) {
        return known.get(
                key,
                () -> jdbc.sql("select * from undertaking where key = :key")
                        .param("key", key)
                        .query(UndertakingRepository::read)
                        .optional());
    }

    Undertaking byId(UUID id) {
        return known.always(
                id,
                () -> jdbc.sql("select * from undertaking where id = :id")
                        .param("id", id)
                        .query(UndertakingRepository::read)
                        .single());
    }

    /**
     * @param state code, or {@code *} for every state
     * @param commitment empty for all
     */
    List<Undertaking> list(String cycle, String state, String commitment) {
        return jdbc.sql("""
                        select * from undertaking
                        where cycle = :cycle and (:state = '*' or state = :state) and (:commitment = '' or commitment = :commitment)
                        order by state, commitment, year""")
                .param("cycle", cycle)
                .param("state", state)
                .param("commitment", commitment)
                .query(UndertakingRepository::read)
                .list();
    }

    void end(UUID id) {
        change("ended = true", id);
    }

    /** A stage of it is done again, or a year comes to it. */
    void revive(UUID id) {
        change("ended = false", id);
    }

    /** It stops where it stands; what was handed in stays. */
    void cancel(UUID id, Instant now) {
        jdbc.sql("update undertaking set ended = true, cancelled_at = :now, version = version + 1 where id = :id")
                .param("now", Sql.at(now))
                .param("id", id)
                .update();
        known.forget();
    }

    void takeUp(UUID id) {
        change("ended = false, cancelled_at = null", id);
    }

    /** What was launched in the cycle, for whatever state. */
    Set<String> commitments(String cycle) {
        return jdbc.sql("select distinct commitment from undertaking where cycle = :cycle")
                .param("cycle", cycle)
                .query(String.class)
                .set();
    }

    /** @return false when it was suspended already */
    boolean suspend(UUID id, LocalDate since) {
        int changed = jdbc.sql("""
                        update undertaking set suspended_on = :since, version = version + 1
                        where id = :id and suspended_on is null""").param("since", since).param("id", id).update();
        known.forget();
        return changed == 1;
    }

    void resume(UUID id) {
        change("suspended_on = null", id);
    }

    /** It does not apply to the state now. */
    void setAside(UUID id, NotParty notParty) {
        jdbc.sql("""
                        update undertaking set not_party_to = :instrument, set_aside_on = :since, version = version + 1
                        where id = :id""")
                .param("instrument", notParty.instrument())
                .param("since", notParty.since())
                .param("id", id)
                .update();
        known.forget();
    }

    void apply(UUID id) {
        change("not_party_to = null, set_aside_on = null", id);
    }

    void takePart(UUID id) {
        change("takes_part = true", id);
    }

    private void change(String what, UUID id) {
        jdbc.sql("update undertaking set " + what + ", version = version + 1 where id = :id")
                .param("id", id)
                .update();
        known.forget();
    }

    private static Undertaking read(ResultSet row, int number) throws SQLException {
        return new Undertaking(
                Sql.id(row, "id"),
                UndertakingKey.parse(row.getString("key")),
                row.getInt("package_version"),
                Sql.instant(row, "launched_at"),
                row.getBoolean("ended"),
                Sql.date(row, "suspended_on"),
                cancelledAt(row),
                notParty(row),
                row.getBoolean("takes_part"));
    }

    private static @Nullable Instant cancelledAt(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("cancelled_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable NotParty notParty(ResultSet row) throws SQLException {
        String instrument = row.getString("not_party_to");
        LocalDate since = Sql.date(row, "set_aside_on");
        return instrument == null || since == null ? null : new NotParty(instrument, since);
    }
}

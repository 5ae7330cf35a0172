package org.randot.commitments.indicators;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The values, every version of them. */
@Repository
class ValueRepository {
    private final JdbcClient jdbc;

    ValueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A value as it is kept. */
    record Kept(
            String undertaking,
            String state,
            Slot slot,
            int version,
            Outcome outcome,
            String qualifier,
            Source source) {}

    List<Kept> ofUndertaking(UndertakingKey key) {
        return jdbc.sql("select * from indicator_value where undertaking = :key and superseded_at is null")
                .param("key", key.toString())
                .query(ValueRepository::read)
                .list();
    }

    /** Of all states that may be read, in a cycle. */
    List<Kept> ofIndicator(String cycle, String indicator) {
        return jdbc.sql("""
                        select * from indicator_value where indicator = :indicator and cycle = :cycle and superseded_at is null
                        order by state, measure, breakdown, part, period""")
                .param("indicator", indicator)
                .param("cycle", cycle)
                .query(ValueRepository::read)
                .list();
    }

    List<Kept> ofState(String cycle, String state) {
        return jdbc.sql("""
                        select * from indicator_value where state = :state and cycle = :cycle and superseded_at is null
                        order by indicator, measure, breakdown, part, period""")
                .param("state", state)
                .param("cycle", cycle)
                .query(ValueRepository::read)
                .list();
    }

    /** The number of the newest version, current or not; 0 where there was none. */
    int newest(UndertakingKey key, Slot slot) {
        Optional<Integer> version =
                slot(jdbc.sql("""
                        select max(version) from indicator_value where undertaking = :key and indicator = :indicator
                          and measure = :measure and breakdown = :breakdown and part = :part and period = :period"""), key, slot).query(Integer.class).optional();
        return version.orElse(0);
    }

    void supersede(UndertakingKey key, Slot slot, Instant now) {
        slot(jdbc.sql("""
                        update indicator_value set superseded_at = :now where undertaking = :key and indicator = :indicator
                          and measure = :measure and breakdown = :breakdown and part = :part and period = :period
                          and superseded_at is null"""), key, slot).param("now", Timestamp.from(now)).update();
    }

    private static JdbcClient.StatementSpec slot(JdbcClient.StatementSpec statement, UndertakingKey key, Slot slot) {
        return statement
                .param("key", key.toString())
                .param("indicator", slot.indicator())
                .param("measure", slot.measure())
                .param("breakdown", slot.breakdown())
                .param("part", slot.part())
                .param("period", slot.period());
    }

    void insert(UndertakingKey key, Kept kept, int packageVersion, Instant now) {
        slot(jdbc.sql("""
                        insert into indicator_value (id, undertaking, cycle, state, commitment, indicator, measure, breakdown, part,
                          period, version, value, numerator, denominator, reason, currency, qualifier, source_kind, source_text,
                          coverage, coverage_note, package_version, computed_at)
                        values (:id, :key, :cycle, :state, :commitment, :indicator, :measure, :breakdown, :part, :period, :version,
                          :value, :numerator, :denominator, :reason, :currency, :qualifier, :sourceKind, :sourceText, :coverage,
                          :note, :package, :now)"""), key, kept.slot())
                .param("id", Ids.next())
                .param("cycle", key.cycle())
                .param("state", key.state())
                .param("commitment", key.commitment())
                .param("version", kept.version())
                .param("value", kept.outcome().value())
                .param("numerator", kept.outcome().numerator())
                .param("denominator", kept.outcome().denominator())
                .param("reason", kept.outcome().reason())
                .param("currency", kept.outcome().currency())
                .param("qualifier", kept.qualifier())
                .param("sourceKind", kept.source().kind())
                .param("sourceText", kept.source().text())
                .param("coverage", kept.source().coverage())
                .param("note", kept.source().note())
                .param("package", packageVersion)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        BigDecimal value = row.getBigDecimal("value");
        return new Kept(
                row.getString("undertaking"),
                row.getString("state"),
                new Slot(
                        row.getString("indicator"),
                        row.getString("measure"),
                        row.getString("breakdown"),
                        row.getString("part"),
                        row.getInt("period")),
                row.getInt("version"),
                new Outcome(
                        value,
                        row.getBigDecimal("numerator"),
                        row.getBigDecimal("denominator"),
                        row.getString("reason"),
                        row.getString("currency")),
                row.getString("qualifier"),
                new Source(
                        row.getString("source_kind"),
                        row.getString("source_text"),
                        row.getString("coverage"),
                        row.getString("coverage_note")));
    }
}

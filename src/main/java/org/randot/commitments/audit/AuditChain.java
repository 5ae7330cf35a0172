package org.randot.commitments.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chain in its table: two statements for all entries of a transaction. */
@Component
class AuditChain {
    private static final HexFormat HEX = HexFormat.of();
    private static final int AT_ONCE = 1000;

    /** Number and hash of the last entry. */
    record Head(long number, String hash) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate stream;

    AuditChain(JdbcClient jdbc, JdbcTemplate jdbcTemplate) {
        this.jdbc = jdbc;
        JdbcTemplate own = new JdbcTemplate(java.util.Objects.requireNonNull(jdbcTemplate.getDataSource()));
        own.setFetchSize(AT_ONCE);
        this.stream = own;
    }

    /** Waits until no other transaction appends; to be called last. */
    Head lock() {
        return jdbc.sql("select number, hash from audit_head for update")
                .query(AuditChain::headRow)
                .single();
    }

    Head head() {
        return jdbc.sql("select number, hash from audit_head")
                .query(AuditChain::headRow)
                .single();
    }

    void append(List<AuditEntry> entries) {
        AuditEntry last = entries.get(entries.size() - 1);
        List<Object> values = new ArrayList<>();
        entries.forEach(entry -> values.addAll(row(entry)));
        values.add(last.number());
        values.add(HEX.parseHex(last.hash()));
        String rows = String.join(
                ", ", java.util.Collections.nCopies(entries.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        jdbc.sql(
                        "with added as (insert into audit_entry (number, at, actor, username, roles, home, act, subject, concerns, reason,"
                                + " payload, previous, hash) values " + rows
                                + ") update audit_head set number = ?, hash = ?")
                .params(values)
                .update();
    }

    /** All entries in order, a thousand at a time; within a transaction. */
    void each(Consumer<AuditEntry> reader) {
        stream.query("select * from audit_entry order by number", row -> {
            reader.accept(entry(row, 0));
        });
    }

    private static List<Object> row(AuditEntry entry) {
        return List.of(
                entry.number(),
                entry.at().atOffset(ZoneOffset.UTC),
                entry.actor(),
                entry.username(),
                entry.roles(),
                entry.home(),
                entry.act(),
                entry.subject(),
                entry.concerns(),
                entry.reason(),
                entry.payload(),
                HEX.parseHex(entry.previous()),
                HEX.parseHex(entry.hash()));
    }

    private static Head headRow(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong("number"), HEX.formatHex(row.getBytes("hash")));
    }

    static AuditEntry entry(ResultSet row, int number) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new AuditEntry(
                row.getLong("number"),
                at,
                row.getObject("actor", UUID.class),
                row.getString("username"),
                row.getString("roles"),
                row.getString("home"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("concerns"),
                row.getString("reason"),
                row.getString("payload"),
                HEX.formatHex(row.getBytes("previous")),
                HEX.formatHex(row.getBytes("hash")));
    }
}

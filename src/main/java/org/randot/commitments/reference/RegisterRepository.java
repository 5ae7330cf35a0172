package org.randot.commitments.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries of registers as rows: a table for each register, of the same shape. */
@Repository
class RegisterRepository {
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RegisterRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All entries of a register, the retired ones too. */
    <D extends Described> List<RegisterEntry<D>> of(Register<D> register, String state) {
        return jdbc.sql("select * from " + register.table() + " where state = ?")
                .param(state)
                .query((row, number) -> read(register.type(), row))
                .list();
    }

    /** The entries of every register of a state, in one statement. */
    List<RegisterEntry<?>> all(String state) {
        String tables = Register.all().stream()
                .map(each ->
                        "select '" + each.path() + "' as register, * from " + each.table() + " where state = :state")
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(tables)
                .param("state", state)
                .<RegisterEntry<?>>query((row, number) -> anyOf(row))
                .list();
    }

    private RegisterEntry<?> anyOf(ResultSet row) throws SQLException {
        String path = row.getString("register");
        return read(
                Register.all().stream()
                        .filter(each -> each.path().equals(path))
                        .findFirst()
                        .orElseThrow()
                        .type(),
                row);
    }

    <D extends Described> Optional<RegisterEntry<D>> find(Register<D> register, String state, UUID id) {
        return jdbc.sql("select * from " + register.table() + " where id = ? and state = ?")
                .params(id, state)
                .query((row, number) -> read(register.type(), row))
                .optional();
    }

    void insert(Register<?> register, String state, UUID id, Described description) {
        jdbc.sql("insert into " + register.table() + " (id, state, description) values (?, ?, cast(? as jsonb))")
                .params(id, state, written(description))
                .update();
    }

    /** @return false when somebody else was faster */
    boolean update(Register<?> register, String state, RegisterEntry<?> changed) {
        return jdbc.sql("update " + register.table() + " set description = cast(? as jsonb), retired = ?,"
                                + " version = version + 1 where id = ? and state = ? and version = ?")
                        .params(
                                written(changed.description()),
                                changed.retired(),
                                changed.id(),
                                state,
                                changed.version())
                        .update()
                == 1;
    }

    private String written(Described description) {
        try {
            return json.writeValueAsString(description);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private <D extends Described> RegisterEntry<D> read(Class<D> type, ResultSet row) throws SQLException {
        try {
            return new RegisterEntry<>(
                    row.getObject("id", UUID.class),
                    json.readValue(row.getString("description"), type),
                    row.getBoolean("retired"),
                    row.getInt("version"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Broken JSON in a register", broken);
        }
    }
}

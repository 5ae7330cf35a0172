package org.randot.commitments.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.database.Superuser;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The registers of a state over PostgreSQL, and the walls round them. */
@IntegrationTest
class RegistersTests {
    private static final DataScope URUGUAY = DataScope.ofState("URY");
    private static final DataScope PANAMA = DataScope.ofState("PAN");
    private static final Agency POLICE =
            new Agency(Map.of("es", " Policía ", "pt", ""), Agency.Kind.POLICE, Agency.Level.NATIONAL, null);
    private static final Law LAW = new Law(
            Map.of("es", "Ley de armas"), "19.247", LocalDate.of(2014, 8, 15), null, "1-9", "https://example.org/l");

    @LocalServerPort
    int port;

    @Autowired
    Registers registers;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Superuser superuser;

    @Test
    void keepsWhatWasEntered_givenBothRegisters() {
        empty();
        UUID agency = URUGUAY.call(() -> registers.add(Register.AGENCIES, "URY", POLICE));
        UUID law = URUGUAY.call(() -> registers.add(Register.LAWS, "URY", LAW));

        assertThat(URUGUAY.call(() -> registers.get(Register.AGENCIES, "URY", agency)))
                .isEqualTo(new RegisterEntry<>(agency, POLICE, false, 0));
        assertThat(POLICE.name()).isEqualTo(Map.of("es", "Policía"));
        assertThat(URUGUAY.call(() -> registers.get(Register.LAWS, "URY", law).description()))
                .isEqualTo(LAW);
        assertThat(URUGUAY.call(() -> registers.all("URY"))).hasSize(2);
        assertThat(audited(agency)).containsExactly("EntryAdded");
    }

    @Test
    void isAbsentForEverybodyElse() {
        empty();
        UUID id = URUGUAY.call(() -> registers.add(Register.AGENCIES, "URY", POLICE));

        for (DataScope other : List.of(PANAMA, DataScope.EVERY_SUBMITTED, DataScope.NONE)) {
            assertThat(other.call(() -> registers.all("URY"))).isEmpty();
            assertThatThrownBy(() -> other.call(() -> registers.get(Register.AGENCIES, "URY", id)))
                    .isInstanceOf(Absent.class);
            assertThatThrownBy(() -> other.call(() -> registers.add(Register.AGENCIES, "URY", POLICE)))
                    .isInstanceOf(Absent.class);
        }
        // the second wall
        assertThat(PANAMA.call(() -> count("URY"))).isZero();
        assertThat(DataScope.EVERY_SUBMITTED.call(() -> count("URY"))).isZero();
        assertThat(URUGUAY.call(() -> count("URY"))).isEqualTo(1);
        assertThatThrownBy(() -> PANAMA.call(() -> inTransaction(
                        () -> jdbc.update("insert into agency (id, state, description) values (?, 'URY', '{}')", id))))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> URUGUAY.call(() -> inTransaction(() -> jdbc.update("delete from agency"))))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void refusesWhatWasReadBeforeSomebodyElsesChange() {
        empty();
        UUID id = URUGUAY.call(() -> registers.add(Register.AGENCIES, "URY", POLICE));
        Agency renamed = new Agency(Map.of("es", "Policía Nacional"), Agency.Kind.POLICE, null, "");
        var change = new RegisterEntry<>(id, renamed, false, 0);

        assertThat(URUGUAY.call(() -> registers.change(Register.AGENCIES, "URY", change)))
                .isEqualTo(new RegisterEntry<>(id, renamed, false, 1));
        assertThatThrownBy(() -> URUGUAY.call(() -> registers.change(Register.AGENCIES, "URY", change)))
                .isInstanceOf(StaleEntry.class);
        assertThat(audited(id)).containsExactly("EntryAdded", "EntryChanged");
    }

    @Test
    void offersNoMoreWhatIsRetiredButKeepsIt() {
        empty();
        UUID id = URUGUAY.call(() -> registers.add(Register.AGENCIES, "URY", POLICE));
        URUGUAY.call(() -> registers.change(Register.AGENCIES, "URY", new RegisterEntry<>(id, POLICE, true, 0)));

        assertThat(found("", false)).isEmpty();
        assertThat(found("polic", true)).containsExactly("Policía");
        // the name is free again, until the retired one comes back
        URUGUAY.call(() -> registers.add(Register.AGENCIES, "URY", POLICE));
        assertThatThrownBy(() -> URUGUAY.call(
                        () -> registers.change(Register.AGENCIES, "URY", new RegisterEntry<>(id, POLICE, false, 1))))
                .isInstanceOf(RegisterRefused.class);
        assertThat(audited(id)).containsExactly("EntryAdded", "EntryRetired");
    }

    @Test
    void saysEverythingThatIsWrong() {
        empty();
        Agency nothing = new Agency(Map.of("de", "Polizei", "es", "x".repeat(201)), null, null, "a\u0000b");
        assertThat(problems(Register.AGENCIES, nothing))
                .containsExactlyInAnyOrder(
                        "name/de LANGUAGE", "name/es TOO_LONG", "kind REQUIRED", "contactRole CHARACTERS");
        assertThat(problems(Register.LAWS, new Law(null, "", null, null, "", "javascript:alert(1)")))
                .containsExactlyInAnyOrder("title REQUIRED", "url URL");
        URUGUAY.call(() -> registers.add(Register.AGENCIES, "URY", POLICE));
        assertThat(problems(Register.AGENCIES, new Agency(Map.of("es", "POLICÍA"), Agency.Kind.POLICE, null, "")))
                .containsExactly(" TWICE");
    }

    @Test
    void entersOnce_whenTheSameIsKeptAgain() {
        empty();
        UUID first = URUGUAY.call(() -> registers.keep(Register.AGENCIES, "URY", POLICE))
                .orElseThrow();
        assertThat(URUGUAY.call(() -> registers.keep(Register.AGENCIES, "URY", POLICE)))
                .contains(first);
        assertThat(URUGUAY.call(() ->
                        registers.keep(Register.AGENCIES, "URY", new Agency(Map.of("es", "Nueva"), null, null, ""))))
                .isEmpty();
        assertThat(found("", true)).hasSize(1);
    }

    @Test
    void isKeptOnPagesInTheReadersLanguage() {
        empty();
        Browser coordinator = new Browser(port);
        coordinator.signIn("coordinator.ury", "demo");
        assertThat(coordinator.get("/agencies?lang=fr").body()).contains("Aucun service pour l’instant");
        var refused = coordinator.post("/agencies", Map.of("name_es", "Aduana"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Aduana\"").contains("id=\"kind-error\"");
        assertThat(coordinator
                        .post("/agencies", Map.of("name_es", "Aduana", "kind", "CUSTOMS"))
                        .statusCode())
                .isBetween(302, 303);
        String list = coordinator.get("/agencies?q=adu").body();
        assertThat(list).contains("Aduana");
        String id = list.replaceAll("(?s).*/agencies/([0-9a-f-]{36})\".*", "$1");
        assertThat(coordinator
                        .post(
                                "/agencies/" + id,
                                Map.of("name_es", "Aduana Nacional", "kind", "CUSTOMS", "version", "7"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(coordinator.post("/agencies/" + id + "/retire", Map.of()).statusCode())
                .isBetween(302, 303);
        assertThat(coordinator.get("/agencies").body()).doesNotContain("Aduana");
        assertThat(coordinator.get("/laws").body()).containsPattern("href=\"/agencies\" aria-current=\"page\"");
        var law = coordinator.post("/laws", Map.of("name_es", "Ley", "adopted", "yesterday"));
        assertThat(law.body()).contains("id=\"adopted-error\"").contains("yesterday");
    }

    private List<String> found(String text, boolean retired) {
        return URUGUAY
                .call(() -> registers.list(
                        Register.AGENCIES, "URY", new RegisterSearch(text, retired, Paging.first()), Locale.FRENCH))
                .items()
                .stream()
                .map(entry -> entry.description().called(Locale.FRENCH))
                .toList();
    }

    private <D extends Described> List<String> problems(Register<D> register, D description) {
        try {
            URUGUAY.call(() -> registers.add(register, "URY", description));
            return List.of();
        } catch (RegisterRefused refused) {
            return refused.problems().stream()
                    .map(each -> each.field() + " " + each.code())
                    .toList();
        }
    }

    private List<String> audited(UUID entry) {
        return jdbc.queryForList(
                "select act from audit_entry where subject like ? order by number", String.class, "%" + entry);
    }

    private Long count(String state) {
        return inTransaction(
                () -> jdbc.queryForObject("select count(*) from agency where state = ?", Long.class, state));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private void empty() {
        superuser.tamper("truncate agency, law");
    }
}

package org.randot.commitments.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.forms.Form;
import org.randot.commitments.shared.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Treaty status per state: never guessed, never changed unseen (domain.md 2.3). */
@IntegrationTest
class TreatiesTests {
    private static final String STATE = "SUR";
    private static final String REGISTER = "https://treaties.example.org/untoc";
    private static final LocalDate RATIFIED = LocalDate.of(2007, 5, 25);

    @Autowired
    private Treaties treaties;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isUnknownTowardsEveryInstrument_whenNobodyLookedItUp() {
        assertThat(treaties.standing("BLZ"))
                .containsOnlyKeys(Form.INSTRUMENTS)
                .allSatisfy((instrument, status) -> assertThat(status).isEqualTo("UNKNOWN"));
        assertThat(Arrays.stream(Instrument.values()).map(Enum::name)).containsExactlyElementsOf(Form.INSTRUMENTS);
    }

    @Test
    void keepsWhoFoundWhatWhereAndTellsTheRecord_whenItChanges() {
        long told = told();
        TreatyStatus now =
                treaties.change(change(Instrument.UNTOC, Standing.PARTY, RATIFIED, REGISTER, 0), "administrator");
        treaties.change(change(Instrument.UNTOC, Standing.PARTY, RATIFIED, REGISTER, now.version()), "nobody");
        treaties.change(change(Instrument.UNTOC, Standing.NONE, null, REGISTER, now.version()), "administrator");

        assertThat(treaties.standing(STATE)).containsEntry("UNTOC", "NONE").containsEntry("TIP", "UNKNOWN");
        assertThat(treaties.history(STATE))
                .filteredOn(change -> change.instrument() == Instrument.UNTOC)
                .extracting(
                        TreatyStatusChange::from,
                        TreatyStatusChange::to,
                        TreatyStatusChange::sourceUrl,
                        TreatyStatusChange::changedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Standing.PARTY, Standing.NONE, REGISTER, "administrator"),
                        org.assertj.core.groups.Tuple.tuple(
                                Standing.UNKNOWN, Standing.PARTY, REGISTER, "administrator"));
        assertThat(told() - told).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PARTY, -, https://a.example, since",
                "SIGNATORY, -, https://a.example, since",
                "PARTY, 2999-01-01, https://a.example, since",
                "NONE, -, -, sourceUrl",
                "PARTY, 2007-05-25, javascript:alert(1), sourceUrl",
                "UNKNOWN, -, 'https://', sourceUrl"
            })
    void refusesWhatCannotBeLookedUp(
            Standing status, @Nullable LocalDate since, @Nullable String source, String field) {
        ChangeTreatyStatus change = change(Instrument.TIP, status, since, source == null ? "" : source, 0);
        assertThatExceptionOfType(TreatyRefused.class)
                .isThrownBy(() -> treaties.change(change, "administrator"))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
        assertThat(treaties.of(STATE, Instrument.TIP).version()).isZero();
    }

    @Test
    void refusesTheSecond_whenTwoChangeOneEntry() {
        treaties.change(change(Instrument.SOM, Standing.PARTY, RATIFIED, REGISTER, 0), "one");
        assertThatExceptionOfType(TreatyRefused.class)
                .isThrownBy(() ->
                        treaties.change(change(Instrument.SOM, Standing.SIGNATORY, RATIFIED, REGISTER, 0), "other"))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(treaties.of(STATE, Instrument.SOM).status()).isEqualTo(Standing.PARTY);
    }

    private static ChangeTreatyStatus change(
            Instrument instrument, Standing status, @Nullable LocalDate since, String source, int version) {
        return new ChangeTreatyStatus(STATE, instrument, status, since, "", source, version);
    }

    private long told() {
        List<Long> counted = jdbc.sql("select count(*) from audit_entry where act = 'TREATY_STATUS_CHANGED'"
                        + " and subject = 'SUR/UNTOC'")
                .query(Long.class)
                .list();
        return counted.get(0);
    }
}

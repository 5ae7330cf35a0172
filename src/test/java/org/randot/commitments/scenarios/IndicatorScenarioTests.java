package org.randot.commitments.scenarios;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.indicators.IndicatorView;
import org.randot.commitments.indicators.Indicators;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.reference.Instrument;
import org.randot.commitments.reference.Standing;

/** Values come out of approved stages, through the real engine. */
class IndicatorScenarioTests extends Stories {
    private static final Map<String, String> FIRST_VECTOR =
            Map.of("C1-I2", "79.2", "C1-I3", "64.2", "C1-I6", "21.0", "C1-I7", "95.1");

    @Test
    void givesTheFirstVector_whenTheStagesAreApproved() {
        Drive drive = launched(bean(Catalogue.class).byCode("C1")).goesAllTheWay();

        Map<String, String> values = new TreeMap<>();
        FIRST_VECTOR.keySet().forEach(code -> values.put(code, value(drive, code)));
        assertThat(values).isEqualTo(new TreeMap<>(FIRST_VECTOR));
    }

    @Test
    void hasNoValue_whenNothingIsApprovedYet() {
        Drive drive = launched(bean(Catalogue.class).byCode("C1"));

        assertThat(view(drive, "C1-I2").values()).isEmpty();
    }

    @Test
    void tellsNothingOfOneState_whenTheReaderIsOfAnother() {
        Drive drive = launched(bean(Catalogue.class).byCode("C1"), "ARG", "BRA")
                .get(0)
                .goesAllTheWay();
        Cast others = new Cast(bean(org.randot.commitments.identity.People.class), "BRA");

        IndicatorView view = bean(CurrentActor.class)
                .callAs(
                        others.coordinator(),
                        () -> bean(Indicators.class).get(drive.key().cycle(), "C1-I2"));

        assertThat(view.values()).isEmpty();
        assertThat(view.regions().get(""))
                .isNotEmpty()
                .allSatisfy(region -> assertThat(region.reported()).isEqualTo(1));
    }

    /** Domain.md 2.3: neither in the numerator nor in the denominator, and the parts come from the rows that others name. */
    @Test
    void countsNoRowsOfATreaty_whenTheStateIsNotParty() {
        Drive drive = launched(bean(Catalogue.class).byCode("C6"), "SLV").get(0).reaches(new StageKey("C6.S6", null));
        assertThat(parts(drive, "C6-I2"))
                .containsOnly(entry("", "66.7"), entry("UNCAC_IRM", "50.0"), entry("MESICIC", "100.0"));
        assertThat(parts(drive, "C6-I3"))
                .containsOnly(entry("", "33.3"), entry("UNCAC_IRM", "50.0"), entry("MESICIC", "0.0"));

        stands("SLV", Instrument.UNCAC, Standing.NONE);

        assertThat(parts(drive, "C6-I2")).containsOnly(entry("", "100.0"), entry("MESICIC", "100.0"));
        assertThat(parts(drive, "C6-I3")).containsOnly(entry("", "0.0"), entry("MESICIC", "0.0"));
        assertThat(view(drive, "C6-I1").values())
                .filteredOn(value -> value.breakdown().equals("source"))
                .extracting(value -> value.part())
                .containsExactlyInAnyOrder("IACAC", "UNGASS");
        stands("SLV", Instrument.UNCAC, Standing.UNKNOWN);
    }

    /** Total and mechanisms. */
    private Map<String, String> parts(Drive drive, String code) {
        Map<String, String> parts = new TreeMap<>();
        view(drive, code).values().stream()
                .filter(value ->
                        value.breakdown().isEmpty() || value.breakdown().equals("mechanism"))
                .forEach(value -> parts.put(
                        value.part(),
                        requireNonNull(value.value())
                                .setScale(1, RoundingMode.HALF_UP)
                                .toPlainString()));
        return parts;
    }

    private String value(Drive drive, String code) {
        return view(drive, code).totals("").stream()
                .filter(value -> value.period() == 2024)
                .findFirst()
                .map(value -> value.value())
                .map(value -> value.setScale(1, RoundingMode.HALF_UP))
                .map(BigDecimal::toPlainString)
                .orElse("none");
    }

    private IndicatorView view(Drive drive, String code) {
        return bean(CurrentActor.class)
                .callAs(
                        drive.cast().reviewer(),
                        () -> bean(Indicators.class).get(drive.key().cycle(), code));
    }
}

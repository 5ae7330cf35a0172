package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.indicators.IndicatorView;
import org.randot.commitments.indicators.Indicators;
import org.randot.commitments.packages.Catalogue;

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

package org.randot.commitments.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of domain.md 8.1 and their treatment (8.2). */
class PublicFiguresTests {
    private static final List<PublicFigure> ALL = FigureFiles.figures();

    @Test
    void everyRowIsThere() {
        List<String> wanted = IntStream.rangeClosed(1, 54)
                .mapToObj(number -> String.format(java.util.Locale.ROOT, "D%02d", number))
                .toList();

        assertThat(ALL.stream().map(PublicFigure::id).distinct()).containsExactlyElementsOf(wanted);
        assertThat(ALL).allSatisfy(figure -> {
            assertThat(figure.source()).isNotBlank();
            assertThat(figure.address()).startsWith("http");
            assertThat(figure.value() == null).isEqualTo(!figure.noData().isEmpty());
        });
    }

    /** D13, D14: no data is not zero. */
    @ParameterizedTest
    @CsvSource({"2022,1327", "2023,930"})
    void saysFourOfFive_whenOneStateHasNoData(int year, String sum) {
        List<PublicFigure> traced = ALL.stream()
                .filter(figure -> figure.field().equals("C1.S4.submitted"))
                .filter(figure -> List.of("BHS", "DOM", "HTI", "JAM", "TTO").contains(figure.state()))
                .toList();

        FigureSum found = FigureSum.of(traced).stream()
                .filter(each -> each.year() == year)
                .findFirst()
                .orElseThrow();

        assertThat(found.sum()).isEqualByComparingTo(sum);
        assertThat(found.reported()).isEqualTo(4);
        assertThat(found.asked()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"D26,2020", "D27,2020", "D29,2010", "D44,2021", "D47,2018", "D54,2020"})
    void refusesARowOfOneYear_whenTheFigureIsNotOfIt(String id, int year) {
        PublicFigure figure =
                ALL.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();

        assertThatThrownBy(() -> figure.valueFor(year)).isInstanceOf(PeriodMismatch.class);
    }

    @Test
    void keepsBothCurrencies_whenOneYearHasTwo() {
        assertThat(ALL.stream()
                        .filter(figure ->
                                figure.id().equals("D42") && figure.unit().equals("MONEY"))
                        .map(PublicFigure::currency))
                .containsExactly("GTQ", "USD");
    }

    @Test
    void isPartial_whenOnlyMonthsOfTheYearAreKnown() {
        assertThat(ALL.stream().filter(figure -> figure.id().equals("D45")))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.coverage()).isEqualTo("PARTIAL"))
                .allSatisfy(figure -> assertThat(figure.isOf(2023)).isTrue());
    }

    @Test
    void isContextOnly_whenTheLegalBasisIsUnknown() {
        assertThat(ALL.stream().filter(figure -> List.of("D47", "D48").contains(figure.id())))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.context()).isTrue());
    }

    @Test
    void tellsNoSmallNumberOfPersons() {
        PublicFigure any = ALL.get(0);
        PublicFigure three = new PublicFigure(
                any.id(),
                any.part(),
                any.state(),
                any.area(),
                any.starts(),
                any.ends(),
                any.field(),
                any.indicator(),
                java.math.BigDecimal.valueOf(3),
                "",
                "PERSONS",
                "",
                any.qualifier(),
                any.coverage(),
                false,
                any.sourceKind(),
                any.source(),
                any.address(),
                any.caveat());

        assertThat(SmallNumbers.told(three).value()).isNull();
        assertThat(SmallNumbers.told(three).noData()).isEqualTo(SmallNumbers.SUPPRESSED);
        assertThat(SmallNumbers.told(any)).isEqualTo(any);
    }
}

package org.randot.commitments.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Public figures of several states for the same field and year, added up, always with how many of them have a figure. Currencies stay apart.
 *
 * @param reported states with a figure, of {@code asked} that the source names
 */
public record FigureSum(String field, int year, String unit, String currency, int reported, int asked, BigDecimal sum) {
    /** One for each field, year, unit and currency of which more than one state is named. */
    public static List<FigureSum> of(List<PublicFigure> figures) {
        Map<List<Object>, List<PublicFigure>> groups = new LinkedHashMap<>();
        for (PublicFigure figure : figures) {
            if (!figure.context()
                    && !figure.state().isEmpty()
                    && figure.starts() != null
                    && figure.isOf(figure.starts().getYear())) {
                groups.computeIfAbsent(
                                List.of(
                                        figure.field(),
                                        figure.starts().getYear(),
                                        figure.unit(),
                                        figure.currency(),
                                        figure.source()),
                                any -> new ArrayList<>())
                        .add(figure);
            }
        }
        List<FigureSum> sums = new ArrayList<>();
        groups.forEach((key, each) -> {
            if (each.size() > 1) {
                sums.add(sum(each));
            }
        });
        return sums;
    }

    private static FigureSum sum(List<PublicFigure> figures) {
        PublicFigure first = figures.get(0);
        BigDecimal sum = BigDecimal.ZERO;
        int reported = 0;
        for (PublicFigure figure : figures) {
            if (figure.value() != null) {
                sum = sum.add(figure.value());
                reported++;
            }
        }
        int year = first.starts() == null ? 0 : first.starts().getYear();
        return new FigureSum(first.field(), year, first.unit(), first.currency(), reported, figures.size(), sum);
    }
}

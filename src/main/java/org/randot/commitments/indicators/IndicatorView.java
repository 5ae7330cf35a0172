package org.randot.commitments.indicators;

import java.util.List;
import java.util.Map;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.packages.Indicator;

/**
 * An indicator with what the reader may see of it.
 *
 * @param values of states, by state, measure and period; none of an indicator of the platform
 * @param regions by measure, what stands for all active states, oldest first
 * @param figures public figures that are of the same, never submissions
 */
public record IndicatorView(
        Commitment commitment,
        Indicator indicator,
        List<IndicatorValue> values,
        Map<String, List<Region>> regions,
        List<PublicFigure> figures) {

    /** Without disaggregations. */
    public List<IndicatorValue> totals(String measure) {
        return values.stream()
                .filter(value ->
                        value.measure().equals(measure) && value.breakdown().isEmpty())
                .toList();
    }
}

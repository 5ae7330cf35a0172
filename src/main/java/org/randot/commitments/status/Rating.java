package org.randot.commitments.status;

import java.math.BigDecimal;
import java.util.List;

/**
 * Where one undertaking stands on both scales.
 *
 * @param progress p of domain.md 6.2, one decimal
 * @param overdueStages codes of the overdue stages
 */
public record Rating(
        Level level, Delivery delivery, BigDecimal progress, List<String> overdueStages, List<Reason> reasons) {}

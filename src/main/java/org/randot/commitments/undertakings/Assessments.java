package org.randot.commitments.undertakings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How an undertaking is rated; answered by the module that rates. */
public interface Assessments {
    /** Empty where there is no rating yet or the actor may not know of it. */
    Optional<Assessment> of(UndertakingKey undertaking, Locale reader);

    /**
     * Where it stands on both scales (domain.md 6).
     *
     * @param progress p in percent, one decimal
     * @param reasons in the reader's language
     */
    record Assessment(BigDecimal progress, String level, String delivery, List<String> reasons) {}
}

package org.randot.commitments.status;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.randot.commitments.engine.Deployments;
import org.springframework.stereotype.Component;

/**
 * Rates by the decision tables of {@code processes/shared/status-rating.dmn}. The tables see few different inputs, so that their answers
 * are remembered for a while; a redeployed table is asked again after that.
 */
@Component
class Ratings {
    private static final String LEVEL = "implementation-level";
    private static final String DELIVERY = "delivery";

    private final Deployments decisions;
    private final Cache<Question, Answer> remembered = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Ratings(Deployments decisions) {
        this.decisions = decisions;
    }

    private record Question(String table, Map<String, Object> inputs) {}

    private record Answer(String result, String reason) {}

    /**
     * @param facts what is known of the undertaking
     * @param day the date to rate at
     */
    Rating rate(CellFacts facts, LocalDate day) {
        RatingInputs inputs = new RatingInputs(facts, day);
        Answer level = ask(LEVEL, "level", inputs.ofLevel());
        Answer delivery = ask(DELIVERY, DELIVERY, inputs.ofDelivery());
        return new Rating(
                Level.valueOf(level.result()),
                Delivery.valueOf(delivery.result()),
                BigDecimal.valueOf(inputs.progress()).setScale(1, RoundingMode.HALF_UP),
                inputs.overdueStages(),
                reasons(inputs, level, delivery));
    }

    private Answer ask(String table, String output, Map<String, Object> inputs) {
        return remembered.get(new Question(table, inputs), question -> {
            Map<String, Object> row = decisions.decide(table, inputs);
            return new Answer(String.valueOf(row.get(output)), String.valueOf(row.get("reason")));
        });
    }

    private static List<Reason> reasons(RatingInputs inputs, Answer level, Answer delivery) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(level.reason(), List.of()));
        if (!delivery.reason().equals(level.reason())) {
            List<String> stages =
                    inputs.overdueStages().isEmpty() ? inputs.dueSoonLessThanHalf() : inputs.overdueStages();
            reasons.add(new Reason(delivery.reason(), stages));
        }
        return List.copyOf(reasons);
    }
}

package org.randot.commitments.indicators;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.shared.Time;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.StageSubmission.TaskSubmission;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.UndertakingView;
import org.randot.commitments.undertakings.UndertakingView.StageView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.stereotype.Component;

/** Gathers what is approved of an undertaking. */
@Component
class Reading {
    private final Undertakings undertakings;
    private final Catalogue catalogue;

    Reading(Undertakings undertakings, Catalogue catalogue) {
        this.undertakings = undertakings;
        this.catalogue = catalogue;
    }

    Commitment commitment(UndertakingKey key) {
        return catalogue.byCode(key.commitment(), undertakings.get(key).packageVersion());
    }

    Approved approved(UndertakingKey key) {
        UndertakingView undertaking = undertakings.get(key);
        Commitment commitment = catalogue.byCode(key.commitment(), undertaking.packageVersion());
        List<Approved.Answer> answers = new ArrayList<>();
        Set<String> without = new TreeSet<>();
        for (StageView stage : undertaking.stages()) {
            if (stage.status().isApproved()) {
                answers.add(answer(key, stage));
            } else if (stage.status() == StageStatus.NOT_APPLICABLE) {
                without.add(shortCode(stage.stage()));
            }
        }
        Set<String> yearly = commitment.stages().stream()
                .filter(Commitment.Stage::yearly)
                .map(stage -> shortCode(new StageKey(stage.code(), null)))
                .collect(Collectors.toSet());
        return new Approved(key, answers, yearly, without);
    }

    private Approved.Answer answer(UndertakingKey key, StageView stage) {
        List<TaskSubmission> tasks = undertakings.submission(key, stage.stage()).tasks();
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        tasks.forEach(task -> values.setAll(task.values()));
        Instant submitted = tasks.stream()
                .map(TaskSubmission::submittedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant settled = stage.settledAt();
        LocalDate approved = Time.dateOf(settled == null ? submitted : settled);
        Integer year = stage.stage().year() == null ? key.year() : stage.stage().year();
        return new Approved.Answer(shortCode(stage.stage()), year, values, Time.dateOf(submitted), approved);
    }

    static String shortCode(StageKey stage) {
        return stage.code().substring(stage.code().lastIndexOf('.') + 1);
    }
}

package org.randot.commitments.indicators;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Cycle;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.Treaties;
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
    private static final String OPEN = "OPEN";

    private final Undertakings undertakings;
    private final Catalogue catalogue;
    private final Treaties treaties;
    private final Cycles cycles;

    Reading(Undertakings undertakings, Catalogue catalogue, Treaties treaties, Cycles cycles) {
        this.undertakings = undertakings;
        this.catalogue = catalogue;
        this.treaties = treaties;
        this.cycles = cycles;
    }

    Commitment commitment(UndertakingKey key) {
        return catalogue.byCode(key.commitment(), undertakings.get(key).packageVersion());
    }

    Approved approved(UndertakingKey key) {
        UndertakingView undertaking = undertakings.get(key);
        Commitment commitment = catalogue.byCode(key.commitment(), undertaking.packageVersion());
        Map<String, String> standing = treaties.standing(key.state());
        List<Approved.Answer> answers = new ArrayList<>();
        Set<String> without = new TreeSet<>();
        for (StageView stage : undertaking.stages()) {
            if (stage.status().isApproved()) {
                answers.add(answer(commitment, key, stage, standing));
            } else if (stage.status() == StageStatus.NOT_APPLICABLE) {
                without.add(shortCode(stage.stage()));
            }
        }
        Set<String> yearly = commitment.stages().stream()
                .filter(Commitment.Stage::yearly)
                .map(stage -> shortCode(new StageKey(stage.code(), null)))
                .collect(Collectors.toSet());
        return new Approved(key, answers, yearly, without, standing);
    }

    private Approved.Answer answer(
            Commitment commitment, UndertakingKey key, StageView stage, Map<String, String> standing) {
        List<TaskSubmission> tasks = undertakings.submission(key, stage.stage()).tasks();
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        tasks.forEach(task -> values.setAll(counted(commitment, task, standing)));
        Instant submitted = tasks.stream()
                .map(TaskSubmission::submittedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant settled = stage.settledAt();
        LocalDate approved = Time.dateOf(settled == null ? submitted : settled);
        Integer year = stage.stage().year() == null ? key.year() : stage.stage().year();
        return new Approved.Answer(shortCode(stage.stage()), year, values, Time.dateOf(submitted), approved);
    }

    /** As it was handed in where the package has no such form any more. */
    private ObjectNode counted(Commitment commitment, TaskSubmission task, Map<String, String> standing) {
        boolean isKnown = commitment.stages().stream()
                .flatMap(stage -> stage.tasks().stream())
                .anyMatch(each -> each.formId().equals(task.formId()));
        return isKnown ? catalogue.form(commitment, task.formId()).counted(task.values(), standing) : task.values();
    }

    /** Those of a state in the current cycle, none when it is closed. */
    List<UndertakingKey> undertakings(String state) {
        Cycle cycle = cycles.current();
        if (!cycle.state().equals(OPEN)) {
            return List.of();
        }
        return undertakings.list(cycle.code(), Optional.of(state), Optional.empty()).stream()
                .map(UndertakingView::key)
                .toList();
    }

    /** Short codes of all stages. */
    Set<String> stages(UndertakingKey key) {
        return commitment(key).stages().stream()
                .map(stage -> shortCode(new StageKey(stage.code(), null)))
                .collect(Collectors.toSet());
    }

    /** Whether nothing of it counts now, since the state is not party to the treaty it rests on. */
    boolean isSetAside(UndertakingKey key) {
        return undertakings.get(key).notPartyTo() != null;
    }

    static String shortCode(StageKey stage) {
        return stage.code().substring(stage.code().lastIndexOf('.') + 1);
    }
}

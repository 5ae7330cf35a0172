package org.randot.commitments.undertakings;

import java.util.Map;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.shared.Absent;
import org.springframework.stereotype.Component;

/** Asking that a stage be settled as not applicable. */
@Component
class NonApplicability {
    private static final Map<String, Object> NOT_APPLICABLE = Map.of("request", "NOT_APPLICABLE");
    private static final int LONGEST_REASON = 4000;
    private static final int MOST_TASKS_OF_A_STAGE = 50;

    private final TaskRepository tasks;
    private final StageRepository stages;
    private final UndertakingRepository undertakings;
    private final Processes processes;
    private final AccessPolicy access;
    private final CurrentActor currentActor;
    private final DelegationRepository delegations;

    NonApplicability(
            TaskRepository tasks,
            StageRepository stages,
            UndertakingRepository undertakings,
            Processes processes,
            AccessPolicy access,
            CurrentActor currentActor,
            DelegationRepository delegations) {
        this.tasks = tasks;
        this.stages = stages;
        this.undertakings = undertakings;
        this.processes = processes;
        this.access = access;
        this.currentActor = currentActor;
        this.delegations = delegations;
    }

    /** Asks to settle the stage as not applicable; goes straight to the reviewer (chair if the stage is mandatory). */
    void requestNotApplicable(UndertakingKey key, StageKey stageKey, String reason) {
        access.requireCoordinator(currentActor.get(), key.state());
        Undertaking undertaking = undertakings.byKey(key.toString()).orElseThrow(Absent::new);
        Stage stage = stages.find(undertaking.id(), stageKey).orElseThrow(Absent::new);
        if (!stage.status.isWithCoordinator()) {
            throw new NotWithCoordinator();
        }
        undertaking.requireRunning();
        if (reason.isBlank()) {
            throw new ReasonMissing();
        }
        if (reason.length() > LONGEST_REASON) {
            throw LifecycleRefused.rule("reasonTooLong", LONGEST_REASON);
        }
        if (delegations.livingOfStage(stage.id) > 0) {
            throw new DelegationRefused(DelegationRefused.Reason.PARTS_OPEN);
        }
        stage.notApplicableReason = reason.strip();
        stages.save(stage);
        passOver(stage);
    }

    /** Completes the stage's tasks without answers until its review is called. */
    private void passOver(Stage stage) {
        for (int passed = 0; passed < MOST_TASKS_OF_A_STAGE; passed++) {
            Task waiting = tasks.ofStage(stage.id).stream()
                    .filter(task -> task.engineTask != null)
                    .findFirst()
                    .orElse(null);
            if (waiting == null) {
                return;
            }
            String engineTask = TaskDesk.requireWaiting(waiting);
            waiting.engineTask = null;
            waiting.status = TaskStatus.SUBMITTED;
            waiting.standingBefore = waiting.standing;
            tasks.save(waiting);
            processes.complete(engineTask, NOT_APPLICABLE);
        }
        throw new IllegalStateException("Stage " + stage.key + " does not come to its review");
    }
}

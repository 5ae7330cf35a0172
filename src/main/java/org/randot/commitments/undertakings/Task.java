package org.randot.commitments.undertakings;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.StageKey;

/** A coordinator's task; it keeps its id when it is given back. */
final class Task {
    final UUID id;
    final UUID stageId;
    final UUID undertakingId;
    final UndertakingKey undertaking;
    final StageKey stage;
    /** {@code C1.S4.T1:2025}; {@code code} without the year. */
    final String key;

    final String code;
    final String element;
    final String formId;
    final int version;

    @Nullable
    String engineTask;

    TaskStatus status = TaskStatus.WAITING;

    @Nullable
    LocalDate dueDate;

    @Nullable
    UUID assignee;

    @Nullable
    String assigneeName;

    boolean lessThanHalf = true;
    /** Its undertaking stands still: it is not overdue. Known where it was read with its undertaking. */
    boolean suspended;

    int submissions;
    int standing;
    int standingBefore;
    String searchText = "";

    Task(Stage stage, UUID id, String code, String element, String formId) {
        this(id, stage.id, stage.undertakingId, stage.undertaking, stage.key, code, element, formId, 0);
        this.dueDate = stage.dueDate;
    }

    Task(
            UUID id,
            UUID stageId,
            UUID undertakingId,
            UndertakingKey undertaking,
            StageKey stage,
            String code,
            String element,
            String formId,
            int version) {
        this.id = id;
        this.stageId = stageId;
        this.undertakingId = undertakingId;
        this.undertaking = undertaking;
        this.stage = stage;
        this.code = code;
        this.key = stage.year() == null ? code : code + ":" + stage.year();
        this.element = element;
        this.formId = formId;
        this.version = version;
    }

    void waitsFor(StageStatus stageStatus, String engineTaskId, @Nullable LocalDate due) {
        status = stageStatus == StageStatus.RETURNED ? TaskStatus.RETURNED : TaskStatus.OPEN;
        engineTask = engineTaskId;
        dueDate = due;
    }

    /** @return the number of the new version */
    int handIn() {
        status = TaskStatus.SUBMITTED;
        engineTask = null;
        lessThanHalf = false;
        standingBefore = standing;
        submissions++;
        standing = submissions;
        return standing;
    }

    void takeBack() {
        if (status == TaskStatus.SUBMITTED) {
            standing = standingBefore;
        }
        status = TaskStatus.WAITING;
    }
}

package org.randot.commitments.engine;

/**
 * What the engine did, told to the domain in the same transaction (Spring events, heard by {@code @EventListener}). No type of
 * Camunda leaves this module.
 */
public sealed interface EngineFact {
    /** Business key of the undertaking, for example {@code RANDOT-V:ARG:C1}. */
    String undertaking();

    /** A token entered the stage's sub-process. */
    record StageEntered(String undertaking, StageKey stage) implements EngineFact {}

    /** The stage's sub-process ended by its end event. */
    record StageLeft(String undertaking, StageKey stage) implements EngineFact {}

    /** A coordinator task waits. {@code element} is its BPMN id; the same element may wait again after a return. */
    record TaskWaits(String undertaking, StageKey stage, String engineTask, String element) implements EngineFact {}

    /** All tasks of the stage are done and its milestone review was called. */
    record ReviewCalled(String undertaking, StageKey stage) implements EngineFact {}

    /** A step of the shared milestone review waits for a person. {@code kind} is its property {@code review}: COMPLETENESS or MILESTONE. */
    record ReviewWaits(String undertaking, StageKey stage, String engineTask, String kind) implements EngineFact {}

    /** A review step ended without a person, for example because its time ran out. */
    record ReviewLapsed(String undertaking, StageKey stage, String engineTask) implements EngineFact {}

    /** The whole process ended. */
    record UndertakingEnded(String undertaking) implements EngineFact {}
}

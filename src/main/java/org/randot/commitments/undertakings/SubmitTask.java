package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands a task in.
 *
 * @param version of the draft that was edited
 * @param values null = those of the draft
 * @param acknowledgedWarnings codes of the warnings that the person has seen; null = the comment answers them all
 */
public record SubmitTask(
        UUID task,
        int version,
        @Nullable ObjectNode values,
        String comment,
        @Nullable List<String> acknowledgedWarnings) {}

package org.randot.commitments.undertakings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** @param version of the draft that was edited; 0 where there was none */
public record SaveDraft(UUID task, int version, ObjectNode values) {}

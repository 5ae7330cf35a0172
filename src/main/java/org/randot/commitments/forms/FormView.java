package org.randot.commitments.forms;

import java.util.List;

/** A form as the templates show it; the owner of this module shapes it. */
public record FormView(String id, List<FormFinding> findings) {}

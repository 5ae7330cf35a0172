package org.randot.commitments.undertakings;

import java.time.Instant;
import java.util.List;
import org.randot.commitments.forms.FormFinding;

/** The draft's new version, and what would have to be mended before it can be handed in. */
public record DraftSaved(int version, Instant savedAt, List<FormFinding> findings) {}

package org.randot.commitments.engine;

import java.util.List;

/**
 * Checks one file before the engine sees it. The engine calls every such bean at each deployment, whatever way it comes; the
 * packages module calls the same beans in the build and for drafts.
 */
public interface ModelCheck {
    /** @param file name, whose ending tells the kind (bpmn, dmn, form) */
    List<Finding> check(String file, byte[] content);
}

package org.randot.commitments.engine;

import org.camunda.bpm.engine.ArtifactFactory;

/** No class named by a model is ever made: neither {@code camunda:class} nor the engine's own shell and mail tasks. */
final class NoClasses implements ArtifactFactory {
    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new SecurityException("Models may not name classes: " + type.getName());
    }
}

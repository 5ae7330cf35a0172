package org.randot.commitments.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** No script of a model is ever run, in whatever language. */
final class NoScripts implements ScriptEngineResolver {
    @Override
    public void addScriptEngineFactory(ScriptEngineFactory factory) {
        // The engine announces its own languages here; none is taken.
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        throw new SecurityException("Models may not contain scripts");
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean cached) {
        throw new SecurityException("Models may not contain scripts: " + language);
    }
}

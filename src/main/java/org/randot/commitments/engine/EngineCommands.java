package org.randot.commitments.engine;

import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.MovableClock;

/** Stands before each command of the engine: its clock follows ours, and its jobs act for the system (before their transaction begins). */
final class EngineCommands extends CommandInterceptor {
    private final MovableClock clock;

    EngineCommands(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public <T> T execute(Command<T> command) {
        ClockUtil.offset(clock.offset().toMillis());
        if (command instanceof ExecuteJobsCmd) {
            return DataScope.SYSTEM.call(() -> getNext().execute(command));
        }
        return getNext().execute(command);
    }
}

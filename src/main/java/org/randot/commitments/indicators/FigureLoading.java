package org.randot.commitments.indicators;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads the reference data before the application answers; the files are the truth. */
@Component
class FigureLoading implements SmartLifecycle {
    private final PublicFigures figures;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean done;

    FigureLoading(PublicFigures figures, JdbcClient jdbc, TransactionTemplate transaction) {
        this.figures = figures;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('randot.indicators'))")
                    .query()
                    .listOfRows();
            figures.replace(FigureFiles.figures());
            jdbc.sql("delete from population").update();
            FigureFiles.population()
                    .forEach(each -> jdbc.sql(
                                    "insert into population (state, year, persons, source) values (?, ?, ?, ?)")
                            .params(each.state(), each.year(), each.persons(), FigureFiles.POPULATION_SOURCE)
                            .update());
        });
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}

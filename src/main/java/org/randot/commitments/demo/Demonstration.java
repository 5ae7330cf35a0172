package org.randot.commitments.demo;

import java.util.List;
import java.util.Locale;
import org.randot.commitments.engine.SharedClock;
import org.randot.commitments.engine.TimeTravel;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.randot.commitments.undertakings.Launches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lives the story from its first day to its last through the real engine, once; a start that was cut short goes on where it stopped. */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "randot.demo.story", matchIfMissing = true)
@Order(Ordered.LOWEST_PRECEDENCE)
class Demonstration implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final String ADMINISTRATOR = "administrator";

    private final Props props;
    private final Cast cast;
    private final Furnishing furnishing;
    private final States states;
    private final Cycles cycles;
    private final Launches launches;
    private final TimeTravel time;
    private final SharedClock clock;
    private final CurrentActor actor;
    private final JdbcClient jdbc;

    Demonstration(
            Props props,
            Cast cast,
            Furnishing furnishing,
            States states,
            Cycles cycles,
            Launches launches,
            TimeTravel time,
            SharedClock clock,
            CurrentActor actor,
            JdbcClient jdbc) {
        this.props = props;
        this.cast = cast;
        this.furnishing = furnishing;
        this.states = states;
        this.cycles = cycles;
        this.launches = launches;
        this.time = time;
        this.clock = clock;
        this.actor = actor;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Story story = props.story();
        List<Act> acts = Act.of(story, cast, active());
        int done = actsDone();
        if (done > acts.size() + 1) {
            return;
        }
        LOG.info("Preparing the demonstration: living from {} to {}. This happens once.", story.begins(), story.ends());
        if (done == 0) {
            begin(story);
        }
        for (int next = Math.max(done, 1) - 1; next < acts.size(); next++) {
            perform(acts.get(next));
            remember(next + 2);
        }
        clock.moveTo(story.ends());
        remember(acts.size() + 2);
        LOG.info("The demonstration is ready.");
    }

    private void begin(Story story) {
        clock.beginAt(story.begins());
        furnishing.furnish(props.furnishing(), ADMINISTRATOR);
        actor.runAs(cast.person(ADMINISTRATOR), () -> {
            String cycle = cycles.current().code();
            cycles.moveMeetingDate(cycle, story.meetingDate(), story.reason(), ADMINISTRATOR, true);
            launches.launch(cycle, null, null);
        });
        launches.finish();
        time.runDueJobs();
        remember(1);
    }

    private List<String> active() {
        return states.active(Locale.ENGLISH).stream().map(MemberState::iso3).toList();
    }

    private void perform(Act act) {
        if (act.time().isAfter(clock.now())) {
            clock.moveTo(act.time());
        }
        act.deed().run();
        time.runDueJobs();
    }

    /** 0 = not begun, 1 = launched, n + 1 = n acts done, one more than all = handed over. */
    private int actsDone() {
        return jdbc.sql("select acts from demonstration")
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void remember(int acts) {
        jdbc.sql(
                        "insert into demonstration (id, acts) values (1, ?) on conflict (id) do update set acts = excluded.acts")
                .param(acts)
                .update();
    }
}

package org.randot.commitments.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.TestCycles;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.engine.TimeTravel;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.reference.MemberState;
import org.randot.commitments.reference.States;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Language;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.undertakings.AddEvidence;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.SubmitTask;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.UndertakingView.StageView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The test commitment of one state, and the people around it; time begins on 2025-03-03. */
public class RiverPatrols {
    public static final Instant START = Instant.parse("2025-03-03T15:00:00Z");
    public static final StageKey UNIT = StageKey.parse("T1.S1");
    public static final StageKey LESSONS = StageKey.parse("T1.S3");
    private static final AtomicInteger LAUNCHED = new AtomicInteger();
    /** Where the reviewers of these tests come from, and where others count what is stored. */
    private static final Set<String> LEFT_OUT = Set.of("ARG", "CAN", "GUY", "JAM", "MEX", "SUR", "USA");

    private final Tasks tasks;
    private final EvidenceFiles evidence;
    private final Launches launches;
    private final Undertakings undertakings;
    private final Reviews reviews;
    private final TimeTravel time;
    private final MovableClock clock;
    private final CurrentActor actors;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Processes processes;
    private final TransactionTemplate transaction;
    private final States states;

    private UndertakingKey key = UndertakingKey.parse("TEST:ARG:T1");
    public Actor coordinator = Actor.SYSTEM;
    public Actor observer = Actor.SYSTEM;
    public Actor reviewer = Actor.SYSTEM;
    public Actor second = Actor.SYSTEM;
    public Actor secretariat = Actor.SYSTEM;
    public Actor chair = Actor.SYSTEM;

    public RiverPatrols(
            Tasks tasks,
            EvidenceFiles evidence,
            Launches launches,
            Undertakings undertakings,
            Reviews reviews,
            TimeTravel time,
            Clock clock,
            CurrentActor actors,
            JdbcClient jdbc,
            ObjectMapper json,
            Processes processes,
            TransactionTemplate transaction,
            States states) {
        this.tasks = tasks;
        this.evidence = evidence;
        this.launches = launches;
        this.undertakings = undertakings;
        this.reviews = reviews;
        this.time = time;
        this.clock = (MovableClock) clock;
        this.actors = actors;
        this.jdbc = jdbc;
        this.json = json;
        this.processes = processes;
        this.transaction = transaction;
        this.states = states;
    }

    /** Launches it in a cycle of its own, so that tests do not meet. */
    public void launch() throws InterruptedException {
        clock.moveTo(START);
        String cycle = TestCycles.begin(jdbc);
        String state = nextState();
        key = new UndertakingKey(cycle, state, "T1", null);
        coordinator = person(Role.NATIONAL_COORDINATOR, state);
        observer = person(Role.PERMANENT_MISSION_OBSERVER, state);
        reviewer = person(Role.CHS_REVIEWER, "CAN");
        second = person(Role.CHS_REVIEWER, "CAN");
        itIsTheirTurn(state);
        secretariat = person(Role.TECHNICAL_SECRETARIAT, null);
        chair = person(Role.CHS_CHAIR, null);
        Actor administrator = person(Role.ADMINISTRATOR, null);
        UUID launch = actors.callAs(administrator, () -> launches.launch(cycle, List.of(state), List.of("T1")));
        while (!actors.callAs(administrator, () -> launches.progress(launch).done())) {
            Thread.sleep(20);
        }
        time.runDueJobs();
    }

    /** They are told; others may step in. */
    private void itIsTheirTurn(String state) {
        as(
                Actor.SYSTEM,
                () -> transaction.execute(status -> jdbc.sql("""
                insert into reviewer_assignment (state, commitment, primary_reviewer, second_reviewer, assigned_by, assigned_at, binding)
                values (:state, 'T1', :primary, :second, :primary, now(), false)
                on conflict (state, commitment) do update set primary_reviewer = excluded.primary_reviewer,
                    second_reviewer = excluded.second_reviewer, binding = false
                """)
                        .param("state", state)
                        .param("primary", reviewer.id())
                        .param("second", second.id())
                        .update()));
    }

    private String nextState() {
        List<String> possible = states.active(Locale.ENGLISH).stream()
                .map(MemberState::iso3)
                .filter(state -> !LEFT_OUT.contains(state))
                .toList();
        return possible.get(LAUNCHED.getAndIncrement() % possible.size());
    }

    public Actor person(Role role, @Nullable String state) {
        UUID id = Ids.next();
        String name = role.name().toLowerCase(Locale.ROOT) + "." + id;
        jdbc.sql("insert into account (id, username, name, created) values (:id, :name, :name, :now)")
                .param("id", id)
                .param("name", name)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into account_role (account, role, member_state) values (:id, :role, :state)")
                .param("id", id)
                .param("role", role.name())
                .param("state", state)
                .update();
        return new Actor(id, name, name, Set.of(role), state, Language.EN);
    }

    public UndertakingKey key() {
        return key;
    }

    public <T> T as(Actor person, java.util.function.Supplier<T> work) {
        return actors.callAs(person, work);
    }

    public StageView stage(StageKey stage) {
        return as(Actor.SYSTEM, () -> undertakings.get(key).stage(stage));
    }

    /** Answers every task of the stage as its samples say. */
    public void submit(StageKey stage) {
        Optional<TaskSummary> open = nextTask(stage);
        while (open.isPresent()) {
            submit(open.get());
            open = nextTask(stage);
        }
    }

    private Optional<TaskSummary> nextTask(StageKey stage) {
        TaskQuery query = new TaskQuery(key.state(), null, stage.code(), Set.of(), false, false, "");
        return as(coordinator, () -> tasks.list(query, new Paging(0, 50), Locale.ENGLISH)).items().stream()
                .filter(task -> task.undertaking().equals(key)
                        && task.stage().equals(stage)
                        && task.status().isWithCoordinator())
                .filter(task -> !as(coordinator, () -> tasks.get(task.id(), Locale.ENGLISH))
                        .actions()
                        .isEmpty())
                .min(java.util.Comparator.comparing(TaskSummary::key));
    }

    private void submit(TaskSummary task) {
        as(coordinator, () -> {
            var view = tasks.get(task.id(), Locale.ENGLISH);
            if (view.evidence().isEmpty()) {
                view.asked().stream()
                        .filter(TaskView.EvidenceAsked::now)
                        .map(TaskView.EvidenceAsked::rule)
                        .filter(rule -> rule.minimum() > 0)
                        .forEach(rule -> evidence.add(
                                new AddEvidence(
                                        task.id(),
                                        "document.pdf",
                                        Map.of("en", "Document"),
                                        rule.kinds().get(0),
                                        "",
                                        null,
                                        "en",
                                        ""),
                                new ClassPathResource("demo/demonstration-document.pdf")));
            }
            int version = view.task().version();
            return tasks.submit(
                    new SubmitTask(task.id(), version, sample(view.form().id()), "As agreed", null), Locale.ENGLISH);
        });
    }

    public UUID anyTask(StageKey stage) {
        TaskQuery query = new TaskQuery(key.state(), null, stage.code(), Set.of(), false, false, "");
        return as(coordinator, () -> tasks.list(query, new Paging(0, 50), Locale.ENGLISH)).items().stream()
                .filter(task -> task.undertaking().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private ObjectNode sample(String form) {
        try (var in = new ClassPathResource("samples/" + form + ".json").getInputStream()) {
            return (ObjectNode) json.readTree(in);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The open review of the state, as a person with the right role sees it in the queue. */
    public ReviewItem openReview(Actor person) {
        return as(person, () -> reviews.queue(queryOf(ReviewStatus.OPEN), Paging.first())).items().stream()
                .filter(item -> item.undertaking().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing open for " + person.roles()));
    }

    public List<ReviewItem> reviews(Actor person, ReviewStatus status) {
        return as(person, () -> reviews.queue(queryOf(status), Paging.first())).items().stream()
                .filter(item -> item.undertaking().equals(key))
                .toList();
    }

    private ReviewQuery queryOf(ReviewStatus status) {
        return new ReviewQuery(Optional.of(status), Optional.of(key.state()), Optional.of("T1"));
    }

    public ReviewView decide(Actor person, Decision decision, String text, Mark... marks) {
        ReviewItem open = openReview(person);
        return as(
                person,
                () -> reviews.decide(
                        new DecideReview(open.id(), open.version(), decision.name(), text, List.of(marks), Set.of(0))));
    }

    /** From the coordinator's submission to the reviewer's desk. */
    public void submitAndCheck(StageKey stage) {
        submit(stage);
        decide(secretariat, Decision.COMPLETE, "");
    }

    public void returned(Actor person) {
        decide(person, Decision.RETURN, "Please correct", new Mark("/staff", "Too many"));
    }

    /** Ends the undertaking, so that time need not stop for it any more. */
    public void cancel() {
        as(Actor.SYSTEM, () -> {
            processes.cancel(key.toString(), "end of the test");
            return transaction.execute(status ->
                    jdbc.sql("delete from reminder_step where taken_at is null").update());
        });
    }

    public String stateName() {
        return states.get(key.state()).name().en();
    }

    public void travelTo(LocalDate day) {
        time.to(day.atTime(21, 0).toInstant(ZoneOffset.UTC));
    }
}

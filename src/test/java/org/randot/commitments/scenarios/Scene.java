package org.randot.commitments.scenarios;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.engine.Processes;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reminders.NoticeKind;
import org.randot.commitments.review.ReviewItem;
import org.randot.commitments.review.ReviewKind;
import org.randot.commitments.review.ReviewQuery;
import org.randot.commitments.review.ReviewStatus;
import org.randot.commitments.review.Reviews;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.shared.Time;
import org.randot.commitments.status.Matrix;
import org.randot.commitments.status.Rating;
import org.randot.commitments.status.Status;
import org.randot.commitments.undertakings.Mark;
import org.randot.commitments.undertakings.StageStatus;
import org.randot.commitments.undertakings.StageSubmission;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskStatus;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.TaskView;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.UndertakingKey;
import org.randot.commitments.undertakings.UndertakingView;
import org.randot.commitments.undertakings.UndertakingView.StageView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One undertaking as people see it: where its stages stand, what the matrix says, what they were told. */
class Scene {
    static final Paging ALL = new Paging(0, Paging.LARGEST_SIZE);

    private final ApplicationContext context;
    private final Commitment commitment;
    private final UndertakingKey key;
    private final Cast cast;

    Scene(ApplicationContext context, Commitment commitment, UndertakingKey key, Cast cast) {
        this.context = context;
        this.commitment = commitment;
        this.key = key;
        this.cast = cast;
    }

    ApplicationContext context() {
        return context;
    }

    UndertakingKey key() {
        return key;
    }

    Cast cast() {
        return cast;
    }

    Commitment commitment() {
        return commitment;
    }

    // ---- what the commitment asks

    /** The first stage that waits for none. */
    StageKey firstStage() {
        return commitment.stages().stream()
                .filter(stage -> stage.after().isEmpty() && !stage.yearly())
                .findFirst()
                .map(stage -> new StageKey(stage.code(), null))
                .orElseThrow();
    }

    Commitment.Stage definition(StageKey stage) {
        return commitment.requireStage(stage);
    }

    Optional<Commitment.Stage> yearlyStage() {
        return commitment.stages().stream().filter(Commitment.Stage::yearly).findFirst();
    }

    // ---- where it stands

    UndertakingView view() {
        return as(cast.coordinator(), () -> bean(Undertakings.class).get(key));
    }

    StageView stage(StageKey stage) {
        return view().stage(stage);
    }

    StageStatus status(StageKey stage) {
        return stage(stage).status();
    }

    LocalDate due(StageKey stage) {
        LocalDate due = stage(stage).dueDate();
        if (due == null) {
            throw new AssertionError(stage + " has no due date");
        }
        return due;
    }

    /** Stages with the coordinator now. */
    List<StageKey> openStages() {
        return view().stages().stream()
                .filter(stage -> stage.counts() && stage.status().isWithCoordinator())
                .map(StageView::stage)
                .toList();
    }

    /** Open ones that can be handed in: the form of a year waits for the end of the year. */
    List<StageKey> readyStages() {
        return openStages().stream()
                .filter(stage -> !Optional.ofNullable(year(stage))
                        .filter(year -> !yearIsOver(year))
                        .isPresent())
                .toList();
    }

    /** The reporting year of a stage, or of the whole undertaking. */
    @Nullable
    Integer year(StageKey stage) {
        return stage.year() == null ? key.year() : stage.year();
    }

    private boolean yearIsOver(int year) {
        return !today().isBefore(LocalDate.of(year + 1, 1, 1));
    }

    boolean isSettled() {
        return view().stages().stream()
                .filter(StageView::counts)
                .allMatch(stage -> stage.status().isSettled());
    }

    /** Every stage of the code is settled: of a yearly one, every year. */
    boolean isSettled(String code) {
        return view().stages().stream()
                .filter(stage -> stage.stage().code().equals(code))
                .allMatch(stage -> stage.status().isSettled());
    }

    Matrix matrix(Optional<LocalDate> asOf) {
        return as(cast.secretariat(), () -> bean(Status.class).matrix(key.cycle(), asOf));
    }

    Rating rating() {
        return ratingOn(Optional.empty());
    }

    Rating ratingOn(Optional<LocalDate> asOf) {
        return matrix(asOf).part(key.toString()).orElseThrow().rating();
    }

    /** The engine's process, while it runs. */
    Optional<ProcessInstance> process() {
        return Optional.ofNullable(bean(ProcessEngine.class)
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .rootProcessInstances()
                .singleResult());
    }

    /** How many processes do the undertaking's work: its own, and those beside it. */
    long processes() {
        return bean(ProcessEngine.class)
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .rootProcessInstances()
                .count();
    }

    /** When its timers fire, the earliest first. */
    List<Instant> timers() {
        ProcessEngine engine = bean(ProcessEngine.class);
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .list()
                .stream()
                .flatMap(
                        instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .timers()
                                .list()
                                .stream())
                .map(job -> job.getDuedate().toInstant())
                .sorted()
                .toList();
    }

    Set<String> position() {
        return DataScope.SYSTEM.call(() -> bean(Processes.class).position(key.toString()));
    }

    StageSubmission submission(StageKey stage) {
        return as(cast.reviewer(), () -> bean(Undertakings.class).submission(key, stage));
    }

    TaskView task(StageKey stage) {
        return as(
                cast.coordinator(),
                () -> bean(Tasks.class).get(tasksOf(stage).get(0).id(), Locale.ENGLISH));
    }

    /** In the order in which they are filled. */
    List<TaskSummary> tasksOf(StageKey stage) {
        Set<TaskStatus> any = Set.of(TaskStatus.values());
        TaskQuery query = new TaskQuery(key.state(), key.commitment(), stage.code(), any, false, false, "");
        return as(cast.coordinator(), () -> bean(Tasks.class).list(query, ALL, Locale.ENGLISH)).items().stream()
                .filter(task -> task.undertaking().equals(key) && task.stage().equals(stage))
                .sorted(Comparator.comparing(TaskSummary::key))
                .toList();
    }

    /** Days on which a person was told this, at the seat. */
    /** Days on which a person was told, in the inbox or in the digest alone. */
    List<LocalDate> daysOf(Actor person, StageKey stage, NoticeKind... kinds) {
        return told("person = :person and stage = :stage", person, stage, kinds);
    }

    /** Days on which anybody was told. */
    List<LocalDate> daysOfAnybody(StageKey stage, NoticeKind... kinds) {
        return told("stage = :stage", cast.administrator(), stage, kinds).stream()
                .distinct()
                .toList();
    }

    private List<LocalDate> told(String which, Actor person, StageKey stage, NoticeKind... kinds) {
        TransactionTemplate transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
        return DataScope.SYSTEM.call(() -> transaction.execute(status -> bean(JdbcClient.class)
                .sql("select created_at from notice where undertaking = :undertaking and kind in (:kinds) and " + which
                        + " order by created_at")
                .param("undertaking", key.toString())
                .param("kinds", Stream.of(kinds).map(NoticeKind::name).toList())
                .param("person", person.id())
                .param("stage", stage.toString())
                .query((row, number) ->
                        Time.dateOf(row.getTimestamp("created_at").toInstant()))
                .list()));
    }

    Actor judge(StageKey stage) {
        return definition(stage).mandatory() ? cast.chair() : cast.reviewer();
    }

    /** A remark on the first field of the first form. */
    Mark mark(StageKey stage) {
        String form = definition(stage).tasks().get(0).formId();
        return new Mark("/" + Samples.of(form, year(stage)).fieldNames().next(), "Please explain.");
    }

    Optional<ReviewItem> openReview(Actor who, StageKey stage) {
        return reviews(who, stage)
                .filter(item -> item.status() == ReviewStatus.OPEN)
                .findFirst();
    }

    Stream<ReviewItem> reviews(Actor who, StageKey stage) {
        ReviewQuery query = new ReviewQuery(Optional.empty(), Optional.of(key.state()), Optional.of(key.commitment()));
        return as(who, () -> bean(Reviews.class).queue(query, ALL)).items().stream()
                .filter(item -> item.undertaking().equals(key) && item.stage().equals(stage));
    }

    List<ReviewStatus> checks(StageKey stage) {
        return reviews(cast.secretariat(), stage)
                .filter(item -> item.kind() == ReviewKind.COMPLETENESS)
                .sorted(Comparator.comparing(ReviewItem::submittedAt))
                .map(ReviewItem::status)
                .toList();
    }

    Optional<TaskSummary> openTask(StageKey stage) {
        return tasksOf(stage).stream()
                .filter(task -> task.status().isWithCoordinator())
                .findFirst();
    }

    LocalDate today() {
        return Time.today(bean(MovableClock.class));
    }

    LocalDate cutOff() {
        return Optional.ofNullable(bean(Cycles.class).get(key.cycle()).cutOffDate())
                .orElseThrow();
    }

    <T> T as(Actor who, Supplier<T> work) {
        return bean(CurrentActor.class).callAs(who, work);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}

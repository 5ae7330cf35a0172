package org.randot.commitments.undertakings;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.randot.commitments.engine.EngineFact;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.shared.Ids;
import org.randot.commitments.shared.Text;
import org.randot.commitments.shared.Time;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what the engine did and moves stages and tasks along (domain.md 3.3). Facts may come in any order within one
 * transaction and more than once; processes without an undertaking of ours (rehearsals) are none of our business.
 */
@Component
class StageLife {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private final UndertakingRepository undertakings;
    private final StageRepository stages;
    private final TaskRepository tasks;
    private final NoteRepository notes;
    private final StageDates dates;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StageLife(
            UndertakingRepository undertakings,
            StageRepository stages,
            TaskRepository tasks,
            NoteRepository notes,
            StageDates dates,
            Catalogue catalogue,
            ApplicationEventPublisher events,
            Clock clock) {
        this.undertakings = undertakings;
        this.stages = stages;
        this.tasks = tasks;
        this.notes = notes;
        this.dates = dates;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(EngineFact.StageEntered fact) {
        undertakings.byKey(fact.undertaking()).ifPresent(undertaking -> entered(undertaking, fact.stage()));
    }

    @EventListener
    void on(EngineFact.TaskWaits fact) {
        undertakings.byKey(fact.undertaking()).ifPresent(undertaking -> waits(undertaking, fact));
    }

    @EventListener
    void on(EngineFact.ReviewCalled fact) {
        undertakings
                .byKey(fact.undertaking())
                .flatMap(undertaking -> stages.find(undertaking.id(), fact.stage()))
                .filter(stage -> stage.status.isWithCoordinator())
                .ifPresent(this::handedIn);
    }

    @EventListener
    void on(EngineFact.UndertakingEnded fact) {
        undertakings
                .byKey(fact.undertaking())
                .filter(undertaking -> !undertaking.ended() && !anyBeside(undertaking))
                .ifPresent(undertaking -> {
                    undertakings.end(undertaking.id());
                    notes.happened(undertaking.id(), undertaking.key(), "", "ENDED", "");
                    events.publishEvent(new UndertakingFact.Ended(undertaking.key()));
                });
    }

    /** A stage that is done again, or a late year, outlives the undertaking's own process. */
    private boolean anyBeside(Undertaking undertaking) {
        return stages.of(undertaking.id()).stream()
                .anyMatch(stage -> stage.beside && !stage.dropped && !stage.status.isSettled());
    }

    private Stage entered(Undertaking undertaking, StageKey key) {
        Stage stage = stages.find(undertaking.id(), key).orElseGet(() -> added(undertaking, key));
        if (stage.status != StageStatus.NOT_STARTED) {
            return stage;
        }
        Commitment.Stage definition = definition(undertaking, key);
        LocalDate today = Time.today(clock);
        stage.open(today, dates.due(undertaking, definition, key, today).orElse(null));
        stages.save(stage);
        definition.tasks().forEach(task -> addTask(undertaking, stage, task));
        notes.happened(stage, "OPENED", stage.dueDate == null ? "" : stage.dueDate.toString());
        events.publishEvent(new UndertakingFact.StageOpened(undertaking.key(), key, stage.dueDate));
        return stages.byId(stage.id);
    }

    /** A reporting year that was not there at the launch. */
    private Stage added(Undertaking undertaking, StageKey key) {
        Commitment commitment = catalogue.byCode(undertaking.key().commitment(), undertaking.packageVersion());
        int position = commitment.stages().indexOf(commitment.requireStage(key));
        Stage stage = new Stage(Ids.next(), undertaking.id(), undertaking.key(), key, position, 0);
        stages.insert(stage);
        return stage;
    }

    private void addTask(Undertaking undertaking, Stage stage, Commitment.Task definition) {
        Task task = new Task(stage, Ids.next(), definition.key(), definition.element(), definition.formId());
        task.searchText = searchText(undertaking, stage, definition);
        tasks.insert(task);
    }

    private void waits(Undertaking undertaking, EngineFact.TaskWaits fact) {
        Stage stage = entered(undertaking, fact.stage());
        Optional<Task> waiting = tasks.ofStage(stage.id).stream()
                .filter(task -> task.element.equals(fact.element()))
                .findFirst();
        Task task = waiting.orElseThrow(
                () -> new IllegalStateException("No task " + fact.element() + " in stage " + stage.key));
        task.waitsFor(stage.status, fact.engineTask(), stage.dueDate);
        tasks.save(task);
    }

    private void handedIn(Stage stage) {
        boolean asNotApplicable = stage.notApplicableReason != null;
        stage.handIn(Time.today(clock));
        stages.save(stage);
        notes.happened(stage, asNotApplicable ? "NOT_APPLICABLE_REQUESTED" : "SUBMITTED", "");
        events.publishEvent(new UndertakingFact.StageSubmitted(stage.undertaking, stage.key, asNotApplicable));
    }

    Commitment.Stage definition(Undertaking undertaking, StageKey stage) {
        return catalogue
                .byCode(undertaking.key().commitment(), undertaking.packageVersion())
                .requireStage(stage);
    }

    private String searchText(Undertaking undertaking, Stage stage, Commitment.Task definition) {
        Commitment commitment = catalogue.byCode(undertaking.key().commitment(), undertaking.packageVersion());
        Commitment.Stage stageDefinition = commitment.requireStage(stage.key);
        Stream<Text> texts = Stream.of(
                commitment.title(),
                stageDefinition.title(),
                stageDefinition.milestone(),
                definition.title(),
                definition.who());
        String words = texts.flatMap(text -> Stream.of(text.en(), text.es(), text.pt(), text.fr()))
                .collect(Collectors.joining(" "));
        String all = plain(words + " " + commitment.code() + " " + stage.key + " " + definition.key());
        return BETWEEN_WORDS.matcher(all).replaceAll(" ");
    }

    /** Lower case without accents, so that {@code linea} finds {@code Línea}. */
    static String plain(String words) {
        return ACCENTS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}

package org.randot.commitments.scenarios;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.People;
import org.randot.commitments.identity.Sessions;
import org.randot.commitments.identity.Tokens;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.reference.Agency;
import org.randot.commitments.reference.Cycles;
import org.randot.commitments.reference.ExchangeRates;
import org.randot.commitments.reference.Law;
import org.randot.commitments.reference.Register;
import org.randot.commitments.reference.Registers;
import org.randot.commitments.reference.SetExchangeRate;
import org.randot.commitments.reminders.NoticeView;
import org.randot.commitments.reminders.Notices;
import org.randot.commitments.shared.MovableClock;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.UndertakingKey;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;

/**
 * What lies behind the doors: things of Argentina and of the platform, each with a twin that does not exist. A thing for a new route is one
 * more {@link #put} in {@link #lay}.
 */
final class Things {
    private static final Instant BEGINNING = Instant.parse("2025-03-03T13:00:00Z");
    private static final String STATE = "ARG";

    /** @param absent an address of the same form behind which there is nothing */
    record Thing(String address, String absent) {}

    private final ApplicationContext context;
    private final Cast cast;
    private final Map<String, Thing> all = new LinkedHashMap<>();

    Things(ApplicationContext context) {
        this.context = context;
        cast = new Cast(context.getBean(People.class), STATE);
        context.getBean(MovableClock.class).moveTo(BEGINNING);
        lay();
    }

    /** Empty for a literal. */
    Thing find(String name) {
        return all.getOrDefault(name, new Thing(name, ""));
    }

    private void lay() {
        Cycles cycles = bean(Cycles.class);
        String cycle = cycles.current().code();
        as(() -> cycles.moveMeetingDate(
                cycle, org.randot.commitments.TestCycles.MEETING, "The matrix needs a date.", "administrator", true));
        List<Commitment> two = bean(Catalogue.class).all().subList(0, 2);
        List<String> codes = two.stream().map(Commitment::code).toList();
        UUID launch = as(() -> bean(Launches.class).launch(cycle, List.of(STATE, "BRA"), codes));
        bean(Launches.class).finish();
        put("launch", launch);
        put("cycle", cycle, "RANDOT-X");
        put("state", STATE, "XXX");
        bean(ExchangeRates.class)
                .set(
                        new SetExchangeRate("ARS", 2000, BigDecimal.ONE, LocalDate.of(2000, 12, 31), "A test", 0),
                        "a test");
        put("currency", "ARS", "XXX");
        put("commitment", codes.get(0), "C99");
        ofTheFiller(drive(cycle, two.get(0)).now());
        ofTheReviewer(drive(cycle, two.get(1)).now());
        ofPeople();
        ofTheRegisters();
    }

    private void ofTheFiller(Drive drive) {
        StageKey stage = drive.firstStage();
        drive.drafts(stage);
        TaskSummary task = drive.openTask(stage).orElseThrow();
        put("undertaking", drive.key().toString(), drive.key().toString().replace(STATE, "PER"));
        put("stage", stage.toString(), drive.key().commitment() + ".S99");
        put("task", task.id());
        put(
                "draftDocument",
                draftDocument(drive, task, drive.definition(stage).tasks().get(0)));
    }

    /** Of its own content: what was handed in elsewhere is open to more people. */
    private UUID draftDocument(Drive drive, TaskSummary task, Commitment.Task definition) {
        String kind = definition.evidence().get(0).kinds().get(0);
        return drive.attach(task, kind, "draft.csv", new ByteArrayResource("a,b".getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    private void ofTheReviewer(Drive drive) {
        StageKey stage = drive.firstStage();
        drive.submits(stage).isFoundComplete(stage);
        put("submitted", drive.tasksOf(stage).get(0).id());
        put("document", drive.task(stage).evidence().get(0).id());
        put("review", drive.openReview(cast.reviewer(), stage).orElseThrow().id());
    }

    /** Of the coordinator; the person is somebody else, whom only administration knows. */
    private void ofPeople() {
        UUID coordinator = cast.coordinator().id();
        put(
                "person",
                bean(People.class).byUsername("contributor.per").orElseThrow().id());
        put("reviewerPerson", cast.reviewer().id());
        bean(Tokens.class).make(coordinator, "matrix");
        put("token", bean(Tokens.class).of(coordinator).get(0).id());
        String session = bean(Sessions.class).of(coordinator, "").get(0).id();
        put("session", session, "0".repeat(64));
        List<NoticeView> notices = bean(CurrentActor.class)
                .callAs(
                        cast.coordinator(),
                        () -> bean(Notices.class).page(Scene.ALL).items());
        put("notice", notices.get(0).id());
    }

    private void ofTheRegisters() {
        Registers registers = bean(Registers.class);
        bean(CurrentActor.class).callAs(cast.coordinator(), () -> {
            put(
                    "agency",
                    registers.add(
                            Register.AGENCIES,
                            STATE,
                            new Agency(Map.of("es", "Policía"), Agency.Kind.POLICE, null, "")));
            put("law", registers.add(Register.LAWS, STATE, new Law(Map.of("es", "Ley"), "1", null, null, "", "")));
            return true;
        });
    }

    private Drive drive(String cycle, Commitment commitment) {
        return new Drive(context, commitment, new UndertakingKey(cycle, STATE, commitment.code(), null), cast);
    }

    private void put(String name, UUID id) {
        put(name, id.toString(), UUID.randomUUID().toString());
    }

    private void put(String name, String address, String absent) {
        all.put(name, new Thing(address, absent));
    }

    private <T> T as(java.util.function.Supplier<T> act) {
        return bean(CurrentActor.class).callAs(cast.administrator(), act);
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}

package org.randot.commitments.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.randot.commitments.Browser;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.Commitment;
import org.randot.commitments.shared.Absent;
import org.randot.commitments.shared.DataScope;
import org.randot.commitments.shared.Paging;
import org.randot.commitments.status.Status;
import org.randot.commitments.undertakings.EvidenceFiles;
import org.randot.commitments.undertakings.EvidenceView;
import org.randot.commitments.undertakings.LaunchProgress;
import org.randot.commitments.undertakings.Launches;
import org.randot.commitments.undertakings.TaskQuery;
import org.randot.commitments.undertakings.TaskSummary;
import org.randot.commitments.undertakings.Tasks;
import org.randot.commitments.undertakings.UndertakingView.StageView;
import org.randot.commitments.undertakings.Undertakings;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What must not happen: seeing another state, starting twice, half a step. */
class WallScenarioTests extends Stories {
    /** Tables without the wall, and why. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("cycle", "its state is open or closed, not a country"),
            Map.entry("member_state", "reference data for everybody"),
            Map.entry("participation_change", "reference data: who takes part, and since when"),
            Map.entry("treaty_status", "published by the depositaries of the treaties"),
            Map.entry("treaty_status_change", "published by the depositaries of the treaties"),
            Map.entry("population", "published by the United Nations"),
            Map.entry("public_figure", "published, each with its source"),
            Map.entry("account_role", "read to know which state's rows a person may see"),
            Map.entry("nomination", "read to know who may review which state"),
            Map.entry("web_session", "read before anybody is known; secrets are hashed"),
            Map.entry("api_token", "read before anybody is known; secrets are hashed"),
            Map.entry("one_time_link", "read before anybody is known; secrets are hashed"),
            Map.entry("calendar_address", "read before anybody is known; secrets are hashed"),
            Map.entry("kept_post", "read at sign-in; encrypted"),
            Map.entry("mail_preference", "when a person wants to be told, nothing of a state"),
            Map.entry("outgoing_mail", "the outbox of the person addressed; says nothing but a link"),
            Map.entry("mail_attempt", "results of the mail server"));

    @LocalServerPort
    private int port;

    @EveryShape
    void startsNothing_whenLaunchedTwice(Commitment any) {
        Drive drive = launched(any);
        drive.submits(drive.firstStage());
        List<StageView> before = drive.view().stages();

        LaunchProgress again = drive.as(drive.cast().administrator(), () -> {
            UUID launch = bean(Launches.class)
                    .launch(drive.key().cycle(), List.of(drive.key().state()), List.of(any.code()));
            bean(Launches.class).finish();
            return bean(Launches.class).progress(launch);
        });

        assertThat(again.already()).isEqualTo(any.yearly() ? 2 : 1);
        assertThat(again.started()).isZero();
        assertThat(again.failed()).isZero();
        assertThat(drive.process()).isPresent();
        assertThat(drive.view().stages()).isEqualTo(before);
    }

    @EveryShape
    void seeNothingOfEachOther_givenTwoStates(Commitment any) {
        List<Drive> two = launched(any, "BOL", "ECU");
        Drive theirs = two.get(0);
        StageKey first = theirs.firstStage();
        UUID task = theirs.tasksOf(first).get(0).id();
        attachesSomething(theirs, first);
        theirs.submits(first);
        UUID document = theirs.task(first).evidence().get(0).id();
        Actor stranger = two.get(1).cast().coordinator();

        assertAbsent(stranger, () -> bean(Undertakings.class).get(theirs.key()));
        assertAbsent(stranger, () -> bean(Undertakings.class).history(theirs.key()));
        assertAbsent(stranger, () -> bean(Undertakings.class).submission(theirs.key(), first));
        assertAbsent(stranger, () -> bean(Tasks.class).get(task, Locale.ENGLISH));
        assertAbsent(stranger, () -> {
            bean(Tasks.class).recall(task);
            return true;
        });
        assertAbsent(stranger, () -> bean(EvidenceFiles.class).get(document));
        assertAbsent(stranger, () -> bean(EvidenceFiles.class).open(document));
        List<TaskSummary> listed = theirs.as(
                        stranger, () -> bean(Tasks.class).list(TaskQuery.ALL, new Paging(0, 200), Locale.ENGLISH))
                .items();
        assertThat(listed)
                .isNotEmpty()
                .allMatch(each -> each.undertaking().state().equals("ECU"));
        assertThat(two.get(1)
                        .as(
                                stranger,
                                () -> bean(Status.class).matrix(theirs.key().cycle(), Optional.empty()))
                        .cells())
                .hasSize(1)
                .allMatch(cell -> cell.state().equals("ECU"));
    }

    private void assertAbsent(Actor stranger, Supplier<?> call) {
        assertThatThrownBy(() -> bean(CurrentActor.class).callAs(stranger, call))
                .isInstanceOf(Absent.class);
    }

    @EveryShape
    void answerAbsentOverRest_givenTwoStates(Commitment any) {
        List<Drive> two = launched(any, "BOL", "ECU");
        Drive theirs = two.get(0);
        StageKey first = theirs.firstStage();
        UUID task = theirs.tasksOf(first).get(0).id();
        attachesSomething(theirs, first);
        theirs.submits(first);
        UUID document = theirs.task(first).evidence().get(0).id();
        Browser owner = new Browser(port);
        owner.signIn("coordinator.bol", "demo");
        Browser stranger = new Browser(port);
        stranger.signIn("coordinator.ecu", "demo");

        for (String path : List.of(
                "/api/v1/undertakings/" + theirs.key(),
                "/api/v1/tasks/" + task,
                "/api/v1/evidence/" + document,
                "/api/v1/evidence/" + document + "/content",
                "/undertakings/" + theirs.key(),
                "/tasks/" + task)) {
            assertThat(owner.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        HttpResponse<String> matrix =
                stranger.get("/api/v1/status?cycle=" + theirs.key().cycle());
        assertThat(matrix.statusCode()).isEqualTo(200);
        assertThat(matrix.body()).contains("ECU").doesNotContain("BOL");
    }

    @EveryShape
    void holdNoRowOfEachOther_givenTwoStates(Commitment any) {
        List<Drive> two = launched(any, "BOL", "ECU");
        StageKey first = two.get(0).firstStage();
        two.get(0).completes(first);
        List<String> tables = rows(
                String.class,
                "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'state'"
                        + " where c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity order by 1");

        assertThat(tables)
                .contains(
                        "undertaking",
                        "stage",
                        "task",
                        "draft",
                        "submission",
                        "evidence",
                        "review",
                        "status_event",
                        "notice");
        for (String table : tables) {
            String sql = "select count(*) from " + table + " where state = 'BOL'";
            assertThat(DataScope.ofState("ECU").call(() -> inTransaction(sql, Long.class)))
                    .as(table)
                    .containsExactly(0L);
        }
        assertThat(DataScope.ofState("BOL")
                        .call(() -> inTransaction("select count(*) from submission where state = 'BOL'", Long.class))
                        .get(0))
                .isPositive();
        assertThat(inTransaction("select count(*) from undertaking", Long.class))
                .containsExactly(0L);
    }

    /** A table that holds something of a state or a person stands behind the wall, or says here why not. */
    @Test
    void standsBeforeEveryTableOfAStateOrAPerson() {
        List<String> without = rows(String.class, """
                select distinct c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                  and a.attname in ('state', 'member_state', 'nominating_state', 'iso3', 'undertaking', 'undertaking_id', 'task_id',
                    'stage_id', 'review_id', 'evidence_id', 'submission_id', 'delegation_id', 'ladder_id', 'mail_id', 'person', 'account')
                  and not (c.relrowsecurity and c.relforcerowsecurity)
                """);

        assertThat(without).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
    }

    /** V20 of domain.md 8.3. */
    @EveryShape
    void storesAFileOnce_whenItIsAttachedToThreeTasks(Commitment any) {
        assumeThat(any.stages()).hasSizeGreaterThanOrEqualTo(3);
        Drive drive = launched(any);
        List<TaskSummary> tasks = new ArrayList<>(completed(drive, drive.firstStage()));
        if (drive.openStages().size() < 2) {
            tasks.addAll(completed(drive, drive.openStages().get(0)));
        }
        drive.openStages().forEach(stage -> tasks.add(drive.tasksOf(stage).get(0)));
        List<String> sums = new ArrayList<>();
        for (TaskSummary task : tasks) {
            EvidenceView document = task.status().isWithCoordinator()
                    ? drive.attach(task, "EV-STA")
                    : drive.task(task.stage()).evidence().get(0);
            sums.add(document.sha256());
        }

        assertThat(tasks).hasSizeGreaterThanOrEqualTo(3);
        assertThat(sums.stream().distinct()).hasSize(1);
        assertThat(count(
                        "select count(*) from evidence_content where state = ? and sha256 = ?",
                        drive.key().state(),
                        sums.get(0)))
                .isEqualTo(1);
        assertThat(count(
                        "select count(distinct task_id) from evidence_link l join task t on t.id = l.task_id"
                                + " join evidence e on e.id = l.evidence_id where t.undertaking = ? and e.sha256 = ?",
                        drive.key().toString(),
                        sums.get(0)))
                .isGreaterThanOrEqualTo(3);
    }

    /** Where the stage itself asks for no document. */
    private static void attachesSomething(Drive drive, StageKey stage) {
        boolean asked =
                drive.definition(stage).tasks().get(0).evidence().stream().anyMatch(rule -> rule.minimum() > 0);
        if (!asked) {
            drive.attach(drive.tasksOf(stage).get(0), "EV-STA");
        }
    }

    private static List<TaskSummary> completed(Drive drive, StageKey stage) {
        attachesSomething(drive, stage);
        drive.completes(stage).now();
        return drive.tasksOf(stage).subList(0, 1);
    }

    @EveryShape
    void leavesEngineAndDomainUnchanged_whenThrownAfterATaskIsCompleted(Commitment any) {
        Drive drive = launched(any);
        StageKey first = drive.firstStage();
        List<TaskSummary> tasks = drive.tasksOf(first);
        tasks.subList(0, tasks.size() - 1).forEach(task -> drive.submitsOne(first));
        Map<String, List<String>> before = everythingOf(drive);

        assertThatThrownBy(() -> fails(() -> drive.submitsOne(first))).isInstanceOf(Broken.class);
        assertThat(everythingOf(drive)).isEqualTo(before);
        assertThatThrownBy(() -> fails(() -> drive.asksNotApplicable(first))).isInstanceOf(Broken.class);
        assertThat(everythingOf(drive)).isEqualTo(before);

        drive.submits(first).isFoundComplete(first);
        drive.opens(drive.cast().reviewer(), first);
        Map<String, List<String>> reviewed = everythingOf(drive);
        assertThat(reviewed).isNotEqualTo(before);
        assertThatThrownBy(() -> fails(() -> drive.isApproved(first))).isInstanceOf(Broken.class);
        assertThat(everythingOf(drive)).isEqualTo(reviewed);
        drive.isApproved(first);
        assertThat(everythingOf(drive)).isNotEqualTo(reviewed);
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The very last moment before the commit: all is written, in both. */
    private void fails(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            throw new Broken();
        });
    }

    private Map<String, List<String>> everythingOf(Drive drive) {
        return Rows.of(sql -> rows(String.class, sql, drive.key().toString()));
    }
}

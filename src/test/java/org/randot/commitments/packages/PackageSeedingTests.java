package org.randot.commitments.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.randot.commitments.IntegrationTest;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.contract.PackageFixture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

@IntegrationTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PackageSeedingTests {
    private final PackageSeeding seeding;
    private final PackageStore store;
    private final ShippedPackages shipped;
    private final Catalogue catalogue;
    private final CurrentActor actor;
    private final JdbcClient jdbc;

    PackageSeedingTests(
            PackageSeeding seeding,
            PackageStore store,
            ShippedPackages shipped,
            Catalogue catalogue,
            CurrentActor actor,
            JdbcClient jdbc) {
        this.seeding = seeding;
        this.store = store;
        this.shipped = shipped;
        this.catalogue = catalogue;
        this.actor = actor;
        this.jdbc = jdbc;
    }

    @Test
    void hasDeployedEveryShippedPackage_whenTheApplicationIsReady() {
        assertThat(shipped.find()).isNotEmpty().allMatch(files -> store.isDeployed(files.key()));
        assertThat(shipped.find().get(0).key()).isEqualTo("shared");
    }

    @Test
    void changesNothing_whenItFindsTheSameAgain() {
        List<Integer> before = versions("firearms-tracing");

        shipped.find().forEach(this::seed);

        assertThat(versions("firearms-tracing")).isEqualTo(before);
    }

    @Test
    void keepsADraft_whenTheShippedContentIsAnother() {
        // given
        PackageFiles first = named("draft-sample", "X7");
        seed(first);
        // when
        PackageFiles second = PackageFixture.changed(first, "draft-sample.bpmn", "A commitment for tests", "Another");
        seed(second);
        seed(second);
        // then
        assertThat(jdbc.sql("select status from package_version where package_key = 'draft-sample' order by version")
                        .query(String.class)
                        .list())
                .containsExactly("DEPLOYED", "DRAFT");
        assertThat(catalogue.byCode("X7").title().en()).isEqualTo("A commitment for tests");
        remove("draft-sample");
    }

    @Test
    void deploysNothing_whenThePackageBreaksTheContract() {
        seed(PackageFixture.changed(named("broken-sample", "X8"), "broken-sample.bpmn", "\"60\"", "\"61\""));

        assertThat(versions("broken-sample")).isEmpty();
    }

    @Test
    void deploysOnce_whenTwoNodesStartTogether() throws Exception {
        PackageFiles files = named("twice-sample", "X9");
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> node = () -> {
                seed(files);
                return true;
            };
            for (var done : nodes.invokeAll(List.of(node, node))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(versions("twice-sample")).containsExactly(1);
        remove("twice-sample");
    }

    @Test
    void knowsWhatComesBefore_whenStagesRunInParallel() {
        Commitment tracing = catalogue.all().stream()
                .filter(commitment -> commitment.key().equals("firearms-tracing"))
                .findFirst()
                .orElseThrow();

        assertThat(tracing.stages())
                .extracting(stage -> String.join(",", stage.after()))
                .containsExactly(
                        "",
                        code(tracing, 1),
                        code(tracing, 1),
                        code(tracing, 1),
                        code(tracing, 2),
                        code(tracing, 3) + "," + code(tracing, 4) + "," + code(tracing, 5));
        assertThat(tracing.stages())
                .extracting(Commitment.Stage::yearly)
                .containsExactly(false, false, false, true, false, false);
        assertThat(tracing.stages().stream().mapToInt(Commitment.Stage::weight).sum())
                .isEqualTo(100);
        assertThat(catalogue.diagram(tracing, Locale.forLanguageTag("es")))
                .contains(tracing.stages().get(0).title().es())
                .doesNotContain("camunda:property");
    }

    private static String code(Commitment commitment, int stage) {
        return commitment.code() + ".S" + stage;
    }

    private static PackageFiles named(String key, String code) {
        PackageFiles sample = PackageFixture.sample();
        String bpmn = new String(sample.content("sample-commitment.bpmn"), StandardCharsets.UTF_8)
                .replace("\"sample-commitment\"", "\"" + key + "\"")
                .replace("\"X1.", "\"" + code + ".")
                .replace("\"commitment\" value=\"X1\"", "\"commitment\" value=\"" + code + "\"");
        PackageFiles renamed =
                PackageFixture.with(PackageFixture.without(sample, "sample-commitment.bpmn"), key + ".bpmn", bpmn);
        return new PackageFiles(key, renamed.files());
    }

    private void seed(PackageFiles files) {
        actor.runAs(Actor.SYSTEM, () -> seeding.seed(files));
    }

    private List<Integer> versions(String key) {
        return jdbc.sql("select version from package_version where package_key = :key order by version")
                .param("key", key)
                .query(Integer.class)
                .list();
    }

    /** The context is shared: other tests must not meet this commitment. */
    private void remove(String key) {
        jdbc.sql("delete from package_version where package_key = :key")
                .param("key", key)
                .update();
    }
}

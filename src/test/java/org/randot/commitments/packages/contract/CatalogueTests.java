package org.randot.commitments.packages.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.randot.commitments.packages.Commitment.Stage;

/** The stages of the nine commitments are those of the catalogue: dates, weights, reminders and order (domain.md 4). */
class CatalogueTests {
    private static final Path STAGES = Path.of("src/test/resources/vectors/stages.csv");

    @Test
    void everyStageIsAsTheCatalogueSays() throws IOException {
        List<String> lines = Files.readAllLines(STAGES);

        String read = PackageFixture.product().stream()
                .filter(files -> !files.key().equals(Contract.SHARED))
                .map(files -> new CommitmentPackage(files, 1).commitment())
                .flatMap(commitment -> commitment.stages().stream())
                .map(CatalogueTests::line)
                .sorted()
                .collect(Collectors.joining("\n"));

        assertThat(read).isEqualTo(lines.stream().skip(1).collect(Collectors.joining("\n")));
    }

    private static String line(Stage stage) {
        return Stream.of(
                        stage.code(),
                        stage.due(),
                        stage.weight(),
                        stage.mandatory(),
                        stage.reminderProfile(),
                        stage.escalation(),
                        String.join(" ", stage.after()))
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}

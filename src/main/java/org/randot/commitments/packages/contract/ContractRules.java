package org.randot.commitments.packages.contract;

import java.util.List;
import java.util.stream.Stream;
import org.randot.commitments.engine.Finding;
import org.randot.commitments.engine.ModelCheck;
import org.randot.commitments.packages.PackageFiles;
import org.springframework.stereotype.Component;

/** All rules of the contract, in the order in which an author meets them. As a {@link ModelCheck} it guards every way into the engine. */
@Component
public class ContractRules implements ModelCheck {
    static final String UNREADABLE = "CONTRACT_UNREADABLE";

    static final List<ModelRule> MODEL = List.of(
            new OneProcess(),
            new CommitmentNamed(),
            new VersionTagged(),
            new HistoryLimited(),
            new AnchorNamed(),
            new StrengthNamed(),
            new StagesPresent(),
            new PropertiesPresent(),
            new PropertiesKnown(),
            new PropertiesValid(),
            new CodesUnique(),
            new DueReadable(),
            new WeightsAddUp(),
            new TasksInStages(),
            new ReviewCalled(),
            new ReturnWays(),
            new TasksHaveForms(),
            new TasksHaveCandidates(),
            new TasksHaveDueDates(),
            new TasksHaveEvidence(),
            new RemindersDrawn(),
            new EscalationDrawn(),
            new YearlyStages(),
            new PathsEnd(),
            new StepsReached(),
            new ElementsNamed(),
            new TextsPresent(),
            new IdsAreWords(),
            new ElementsDrawn());

    static final List<PackageRule> PACKAGE = List.of(
            new FilesBelong(),
            new FormsExist(),
            new FormsReadable(),
            new EvidenceConditions(),
            new TextsTranslated(),
            new LaddersExist(),
            new IndicatorsReadable());

    /** Every code that a rule may report. */
    static Stream<String> codes() {
        return Stream.of(
                        Stream.of(UNREADABLE),
                        MODEL.stream().flatMap(rule -> rule.codes().stream()),
                        PACKAGE.stream().flatMap(rule -> rule.codes().stream()))
                .flatMap(codes -> codes);
    }

    @Override
    public List<Finding> check(String file, byte[] content) {
        if (!file.endsWith(".bpmn")) {
            return List.of();
        }
        Findings findings = new Findings();
        try {
            Model model = Model.parse(file, content);
            MODEL.forEach(rule -> rule.check(model, findings));
        } catch (Xml.Unreadable wrong) {
            findings.error(UNREADABLE, file, "", wrong.line(), String.valueOf(wrong.getMessage()));
        }
        return findings.all();
    }

    /** The rules that need several files. */
    public List<Finding> check(PackageFiles files, PackageFiles shared) {
        Findings findings = new Findings();
        PACKAGE.forEach(rule -> rule.check(files, shared, findings));
        return findings.all();
    }
}

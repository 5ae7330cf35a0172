package org.randot.commitments.undertakings;

import org.randot.commitments.engine.Interventions;
import org.randot.commitments.engine.StageKey;
import org.randot.commitments.packages.Catalogue;
import org.randot.commitments.packages.Commitment;
import org.springframework.stereotype.Component;

/** Where a stage stands in the process of its undertaking. */
@Component
class StagePlaces {
    private final Catalogue catalogue;

    StagePlaces(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Interventions.Place of(Undertaking undertaking, StageKey stage) {
        UndertakingKey key = undertaking.key();
        Commitment commitment = catalogue.byCode(key.commitment(), undertaking.packageVersion());
        return new Interventions.Place(
                key.toString(),
                key.state(),
                commitment.key(),
                commitment.versionTag(),
                stage,
                commitment.requireStage(stage).element());
    }
}

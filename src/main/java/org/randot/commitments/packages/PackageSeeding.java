package org.randot.commitments.packages;

import java.time.Clock;
import java.util.List;
import org.randot.commitments.engine.Deployments;
import org.randot.commitments.engine.Finding;
import org.randot.commitments.engine.ModelRefused;
import org.randot.commitments.identity.Actor;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.packages.contract.CommitmentPackage;
import org.randot.commitments.packages.contract.Contract;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys each shipped package the first time it is found, before the application answers. From then on the copy in the database is
 * the truth; another shipped content is kept as a draft.
 */
@Component
class PackageSeeding implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PackageSeeding.class);
    private final ShippedPackages shipped;
    private final PackageStore store;
    private final PackageCheck check;
    private final Deployments deployments;
    private final TransactionTemplate transaction;
    private final CurrentActor actor;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile boolean done;

    PackageSeeding(
            ShippedPackages shipped,
            PackageStore store,
            PackageCheck check,
            Deployments deployments,
            TransactionTemplate transaction,
            CurrentActor actor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.shipped = shipped;
        this.store = store;
        this.check = check;
        this.deployments = deployments;
        this.transaction = transaction;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void start() {
        actor.runAs(Actor.SYSTEM, () -> shipped.find().forEach(this::seed));
        done = true;
    }

    /** Safe on several nodes at once: one seeds, the others wait and then find it done. */
    void seed(PackageFiles files) {
        transaction.executeWithoutResult(status -> {
            store.lock();
            if (!store.isDeployed(files.key())) {
                deploy(files);
            } else if (!store.knows(files.key(), files.sha256())) {
                keepAsDraft(files);
            }
        });
    }

    private void deploy(PackageFiles files) {
        List<Finding> findings = check.check(files).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        if (!findings.isEmpty()) {
            refuse(files, findings);
            return;
        }
        try {
            String deployment = deployments.deploy(files.key(), files.forTheEngine());
            int version = store.add(files, code(files), versionTag(files), deployment, clock.instant());
            events.publishEvent(new PackageFact.Deployed(files.key(), version, files.sha256()));
            LOG.info("Deployed package {} as version {}", files.key(), version);
        } catch (ModelRefused refused) {
            refuse(files, refused.findings());
        }
    }

    private static void refuse(PackageFiles files, List<Finding> findings) {
        findings.forEach(finding -> LOG.error(
                "Package {} is not deployed: {} in {} line {} at {} {}",
                files.key(),
                finding.code(),
                finding.file(),
                finding.line(),
                finding.element(),
                finding.arguments()));
    }

    private void keepAsDraft(PackageFiles files) {
        int version = store.add(files, code(files), versionTag(files), null, clock.instant());
        LOG.info("Package {} was shipped with new content: kept as draft {}", files.key(), version);
    }

    private static String code(PackageFiles files) {
        return isShared(files) ? "" : read(files).commitment().code();
    }

    private static String versionTag(PackageFiles files) {
        return isShared(files) ? "" : read(files).commitment().versionTag();
    }

    private static boolean isShared(PackageFiles files) {
        return files.key().equals(Contract.SHARED);
    }

    private static CommitmentPackage read(PackageFiles files) {
        return new CommitmentPackage(files, 0);
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** After the engine is built, before the web server takes its first request. */
    @Override
    public int getPhase() {
        return 0;
    }
}

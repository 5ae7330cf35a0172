package org.randot.commitments.packages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.randot.commitments.engine.Deployments;
import org.randot.commitments.engine.Finding;
import org.randot.commitments.engine.ModelRefused;
import org.randot.commitments.identity.CurrentActor;
import org.randot.commitments.identity.Role;
import org.randot.commitments.packages.contract.Contract;
import org.randot.commitments.shared.Forbidden;
import org.randot.commitments.shared.ModuleApi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** The files of the package {@code shared} as they are deployed, and how an administrator puts another in the place of one. */
@ModuleApi
public class SharedFiles {
    private final PackageStore store;
    private final PackageCheck check;
    private final Deployments deployments;
    private final CurrentActor actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SharedFiles(
            PackageStore store,
            PackageCheck check,
            Deployments deployments,
            CurrentActor actors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.check = check;
        this.deployments = deployments;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    /** A deployed version; its number grows by deployments and drafts. */
    public record Version(int number, Instant deployedAt) {}

    /** The number of the version that counts. */
    public int version() {
        return store.newestDeployed(Contract.SHARED).orElseThrow();
    }

    /** The newest first. */
    public List<Version> versions() {
        return store.deployments(Contract.SHARED);
    }

    /** @param name for example {@code reminder-profiles.dmn} */
    public byte[] file(String name, int version) {
        return store.files(Contract.SHARED, version).content(name);
    }

    /**
     * Checks and deploys the package with this file in the place of the one it has.
     *
     * @return the new version
     * @throws ModelRefused with the findings; nothing was deployed
     */
    @Transactional
    public int replace(String name, byte[] content) {
        if (!actors.get().is(Role.ADMINISTRATOR)) {
            throw new Forbidden();
        }
        store.lock();
        Map<String, byte[]> files =
                new TreeMap<>(store.files(Contract.SHARED, version()).files());
        files.put(name, content);
        PackageFiles changed = new PackageFiles(Contract.SHARED, files);
        List<Finding> findings = check.check(changed).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
        String deployment = deployments.deploy(Contract.SHARED, changed.forTheEngine());
        int version = store.add(changed, "", "", deployment, clock.instant());
        events.publishEvent(new PackageFact.Deployed(Contract.SHARED, version, changed.sha256()));
        return version;
    }
}

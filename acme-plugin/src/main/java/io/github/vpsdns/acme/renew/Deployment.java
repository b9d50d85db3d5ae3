// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.schedule.Failure;
import io.github.vpsdns.acme.schedule.Schedule;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.time.Timekeeper;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a deployer of the certificate in place, if that is still to be done and nobody else is at it. Thread-safe. */
final class Deployment {
    private static final Logger LOG = LoggerFactory.getLogger(Deployment.class);

    private final CertificateStorage storage;
    private final Memories memories;
    private final Schedule schedule;
    private final Timekeeper time;
    private final News news;

    Deployment(CertificateStorage storage, Memories memories, Schedule schedule, Timekeeper time, News news) {
        this.storage = storage;
        this.memories = memories;
        this.schedule = schedule;
        this.time = time;
        this.news = news;
    }

    /**
     * Does what is to be done now.
     *
     * @param look reads how it stands
     * @return what came of it, or {@code null} if there was nothing to do
     */
    @Nullable
    DeployResult run(Supplier<Standing> look, RenewalRequest request) {
        Deployer deployer = request.deployer();
        if (deployer == null || !isDue(look.get())) {
            return null;
        }
        Optional<CertificateStorage.Lock> right = storage.tryDeploy(look.get().name());
        if (right.isEmpty()) {
            return null;
        }
        try (CertificateStorage.Lock held = right.get()) {
            LOG.trace("deploying under {}", held);
            Standing standing = look.get();
            CertificateFiles files = standing.files();
            return files == null || !isDue(standing) ? null : tell(deployer, standing, files);
        }
    }

    private boolean isDue(Standing standing) {
        Trouble trouble = standing.memory().deployTrouble();
        return standing.owesDeploy() && (trouble == null || !trouble.holds(time.now()));
    }

    private DeployResult tell(Deployer deployer, Standing standing, CertificateFiles files) {
        String serial = standing.serial();
        try {
            deployer.deploy(standing.name(), files);
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return failed(standing, Failures.known(e));
        }
        memories.change(standing.name(), stored -> stored.settled(serial).withDeployed(String.valueOf(serial)));
        news.tell(told -> told.deployed(standing.name()));
        return new DeployResult.Deployed();
    }

    private DeployResult failed(Standing standing, VpsDnsException reason) {
        Failure failure = Failures.of(reason);
        Trouble trouble = schedule.trouble(standing.memory().deployTrouble(), failure, standing.validity(), time.now());
        memories.change(
                standing.name(), stored -> stored.settled(standing.serial()).withDeployTrouble(trouble));
        news.tell(told -> told.deployFailed(standing.name(), reason, trouble));
        return new DeployResult.Undeployed(reason, trouble);
    }
}

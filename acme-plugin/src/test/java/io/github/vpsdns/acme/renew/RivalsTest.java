// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static io.github.vpsdns.acme.renew.RenewalWorld.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.pem.CertificateNames;
import io.github.vpsdns.acme.renew.RenewalOutcome.Busy;
import io.github.vpsdns.acme.renew.RenewalOutcome.Failed;
import io.github.vpsdns.acme.renew.RenewalOutcome.NotDue;
import io.github.vpsdns.acme.renew.RenewalOutcome.Renewed;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.name.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several at work on one state directory at a time. */
class RivalsTest {
    private static final int RIVALS = 4;

    @TempDir
    private Path temporary;

    private final RenewalWorld world = RenewalWorld.start();
    private final ExecutorService threads = Executors.newFixedThreadPool(RIVALS);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.shutdownNow();
        world.close();
    }

    private CertificateStorage storage() {
        return new StateDirectory(temporary.resolve("state")).storage();
    }

    private RenewalJob job() {
        return RenewalWorld.job(world.request().withDeployer((name, certificate) -> told.add(name.value())));
    }

    @Test
    void oneRenewsAndTheOthersFindNothingLeftToDo() throws Exception {
        CountDownLatch ready = new CountDownLatch(RIVALS);
        List<Future<RenewalOutcome>> rivals = new ArrayList<>();
        for (int i = 0; i < RIVALS; i++) {
            Renewer renewer =
                    world.renewer(storage()).timekeeper(world.waiting()).build();
            rivals.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return renewer.renew(job(), Urgency.IF_DUE);
            }));
        }

        List<RenewalOutcome> outcomes = new ArrayList<>();
        for (Future<RenewalOutcome> rival : rivals) {
            outcomes.add(rival.get(60, TimeUnit.SECONDS));
        }
        assertThat(outcomes).filteredOn(Renewed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(NotDue.class::isInstance).hasSize(RIVALS - 1);
        assertThat(world.orders()).hasSize(1);
        assertThat(told).containsExactly("example.com");
    }

    @Test
    void saysSoWhereAnotherHasTheLockForLong() {
        CertificateStorage storage = storage();
        try (CertificateStorage.Lock other = storage.lock(Duration.ZERO, world.time)) {
            assertThat(other).isNotNull();

            RenewalOutcome outcome =
                    world.renewer(storage).lockLimit(Duration.ZERO).build().renew(job(), Urgency.IF_DUE);

            assertThat(outcome).isInstanceOf(Busy.class);
        }
        assertThat(storage.memory(NAME).trouble()).as("no failure of its own").isNull();
        assertThat(world.calls()).isEmpty();
    }

    @Test
    void leavesTheDeployerToWhoeverIsAtIt() {
        CertificateStorage storage = storage();
        try (CertificateStorage.Lock other = storage.tryDeploy(NAME).orElseThrow()) {
            assertThat(other).isNotNull();
            assertThat(world.renewer(storage).build().renew(job(), Urgency.IF_DUE))
                    .isInstanceOf(Renewed.class);
        }
        assertThat(told).isEmpty();

        assertThat(world.renewer(storage).build().renew(job(), Urgency.IF_DUE).deploy())
                .isEqualTo(new DeployResult.Deployed());
    }

    /** A job that finds out under the lock what somebody else has changed just before. */
    private RenewalOutcome renewedAfter(CertificateStorage storage, Supplier<RenewalRequest> changed) {
        AtomicInteger reads = new AtomicInteger();
        RenewalRequest former = world.request();
        return world.renewer(storage)
                .build()
                .renew(
                        new RenewalJob(NAME, () -> reads.getAndIncrement() == 0 ? former : changed.get()),
                        Urgency.IF_DUE);
    }

    @Test
    void getsWhatIsWantedWhenItsTurnComes() {
        CertificateStorage storage = storage();
        List<String> names = List.of("example.com", "www.example.com");

        RenewalOutcome outcome = renewedAfter(storage, () -> world.request(World.names(names.toArray(String[]::new))));

        assertThat(outcome).isInstanceOf(Renewed.class);
        assertThat(CertificateNames.of(RenewalWorld.certificate(storage)))
                .extracting(DomainName::toString)
                .containsExactlyElementsOf(names);
    }

    @Test
    void doesNotBringBackWhatWasDeletedWhileItWaited() throws IOException {
        CertificateStorage storage = storage();

        RenewalOutcome outcome = renewedAfter(storage, () -> {
            throw new WithdrawnException("it was deleted");
        });

        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(world.orders()).isEmpty();
        try (Stream<Path> left = Files.list(temporary.resolve("state/schedule"))) {
            assertThat(left).isEmpty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static io.github.vpsdns.acme.renew.RenewalWorld.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RenewalLoopTest {
    private final RenewalWorld world = RenewalWorld.start();
    private final CertificateStorage storage = CertificateStorage.inMemory();
    private final List<RenewalJob> jobs = new CopyOnWriteArrayList<>();
    private final RenewalLoop loop = loop(Timekeeper.system());

    @AfterEach
    void stop() {
        loop.close();
        world.close();
    }

    private RenewalLoop loop(Timekeeper time) {
        return new RenewalLoop(world.renewer(storage).build(), () -> jobs, time, Duration.ofSeconds(20));
    }

    private static RenewalJob failing(String name) {
        return new RenewalJob(new LineageName(name), () -> {
            throw new IllegalStateException("broken");
        });
    }

    @Test
    void renewsWhatIsDue() {
        jobs.add(RenewalWorld.job(world.request()));
        loop.start();

        await().until(() -> storage.load(NAME).isPresent());
    }

    @Test
    void tellsHowItStandsWithEachCertificate() {
        jobs.add(RenewalWorld.job(world.request()));
        jobs.add(failing("broken"));
        assertThat(loop.status()).isEmpty();
        loop.start();

        await().until(() -> loop.lastRound().isPresent());

        assertThat(loop.status()).extracting(LineageStatus::name).containsExactly(NAME, new LineageName("broken"));
        assertThat(loop.status().get(0).certificate()).isNotNull();
        assertThat(loop.status().get(1).memory().trouble()).isNotNull();
    }

    @Test
    void goesOnWithTheOthersWhereOneFails() {
        jobs.add(failing("broken"));
        jobs.add(RenewalWorld.job(world.request()));
        loop.start();

        await().until(() -> storage.load(NAME).isPresent());
    }

    @Test
    void remembersAnErrorAsAFailureAndGoesOn() {
        LineageName broken = new LineageName("broken");
        jobs.add(new RenewalJob(broken, () -> {
            throw new NoClassDefFoundError("a class of a program that was upgraded");
        }));
        jobs.add(RenewalWorld.job(world.request()));
        loop.start();

        await().until(() -> storage.load(NAME).isPresent());
        assertThat(storage.memory(broken).trouble()).isNotNull();
    }

    @Test
    void goesOnAfterAnErrorInReadingTheJobs() {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (RenewalLoop fast = new RenewalLoop(
                world.renewer(storage).build(),
                () -> {
                    if (broken.getAndSet(false)) {
                        throw new StackOverflowError();
                    }
                    return List.of(RenewalWorld.job(world.request()));
                },
                world.time,
                Duration.ofSeconds(20))) {
            assertThat(fast.start()).isSameAs(fast);

            await().until(() -> storage.load(NAME).isPresent());
        }
    }

    @Test
    void goesOnAfterTheJobsCouldNotBeRead() {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (RenewalLoop fast = new RenewalLoop(
                world.renewer(storage).build(),
                () -> {
                    if (broken.getAndSet(false)) {
                        throw new IllegalStateException("cannot be read");
                    }
                    return List.of(RenewalWorld.job(world.request()));
                },
                world.time,
                Duration.ofSeconds(20))) {
            assertThat(fast.start()).isSameAs(fast);

            await().until(() -> storage.load(NAME).isPresent());
        }
    }

    @Test
    void seesJobsThatCameLaterWithinAMinute() {
        try (RenewalLoop fast = loop(world.time)) {
            assertThat(fast.start()).isSameAs(fast);
            await().until(() -> fast.lastRound().isPresent());

            jobs.add(RenewalWorld.job(world.request()));

            await().until(() -> storage.load(NAME).isPresent());
        }
    }

    @Test
    void endsWithinASecondWhenIdle() {
        loop.start();
        await().until(() -> loop.lastRound().isPresent());
        long began = System.nanoTime();

        loop.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void interruptsAnAttemptWhoseValuesAreRemoved() throws InterruptedException {
        CountDownLatch presented = new CountDownLatch(1);
        world.sandbox.acme().hold();
        Renewer slow = world.renewer(storage)
                .timekeeper(Timekeeper.system())
                .listener(new RenewalListener() {
                    @Override
                    public void presented(DomainName target, boolean created) {
                        presented.countDown();
                    }
                })
                .build();
        jobs.add(RenewalWorld.job(world.request(World.names("example.com"))));
        RenewalLoop busy = new RenewalLoop(slow, () -> jobs, Timekeeper.system(), Duration.ofSeconds(20)).start();
        presented.await();

        busy.close();

        assertThat(world.sandbox.zones().records("example.com")).isEmpty();
        assertThat(storage.load(NAME)).isEmpty();
        assertThat(storage.memory(NAME).trouble())
                .as("to be cancelled is no failure")
                .isNull();
    }
}

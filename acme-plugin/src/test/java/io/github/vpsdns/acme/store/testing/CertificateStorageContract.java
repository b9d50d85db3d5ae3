// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateLockedException;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link CertificateStorage}. An implementation's test extends this and says how to make an empty one, and how a
 * second process would open the same.
 */
public abstract class CertificateStorageContract {
    /** The name under which the tests keep things. */
    protected static final LineageName NAME = new LineageName("example.com");

    private static final LineageName OTHER = new LineageName("other.example.com");
    private static final URI CA = URI.create("https://ca.example/directory");
    private static final URI OTHER_CA = URI.create("https://other-ca.example/directory");
    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");
    private static final Timekeeper TIME = Timekeeper.system();
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Returns the storage under test, empty at the beginning of each test and then the same. */
    protected abstract CertificateStorage storage();

    /** Opens the same storage as another process would; for one that ends with its process, the same again. */
    protected abstract CertificateStorage opened();

    private static Trouble trouble(int failures) {
        return new Trouble(
                failures, THEN, THEN.plusSeconds(60), "api", "no \"luck\" – at all", true, THEN.plusSeconds(90));
    }

    private void install(LineageName name, CertificateFiles files) {
        try (CertificateStorage.Lock held = storage().lock(SOON, TIME)) {
            assertThat(held).isNotNull();
            storage().install(name, files);
        }
    }

    @Test
    public void hasNothingAtFirst() {
        assertThat(storage().load(NAME)).isEmpty();
        assertThat(storage().memory(NAME)).isEqualTo(RenewalMemory.EMPTY);
        assertThat(storage().accounts().load(CA)).isEmpty();
    }

    @Test
    public void keepsACertificateWithItsKey() {
        CertificateFiles files = Samples.certificate(NAME.value());
        install(NAME, files);

        CertificateFiles found = opened().load(NAME).orElseThrow();

        assertThat(found.chain()).isEqualTo(files.chain());
        assertThat(found.key()).isEqualTo(files.key());
    }

    @Test
    public void keepsACertificateWhoseKeyIsElsewhere() {
        CertificateFiles files =
                new CertificateFiles(Samples.certificate(NAME.value()).chain(), null, null);
        install(NAME, files);

        CertificateFiles found = opened().load(NAME).orElseThrow();

        assertThat(found.chain()).isEqualTo(files.chain());
        assertThat(found.key()).isEmpty();
    }

    @Test
    public void putsANewCertificateInThePlaceOfTheFormer() {
        install(NAME, Samples.certificate(NAME.value()));
        CertificateFiles second = Samples.certificate(NAME.value());
        install(NAME, second);

        assertThat(opened().load(NAME).orElseThrow().chain()).isEqualTo(second.chain());
    }

    @Test
    public void keepsNamesApart() {
        CertificateFiles files = Samples.certificate(NAME.value());
        install(NAME, files);
        install(OTHER, Samples.certificate(OTHER.value()));
        storage().update(OTHER, memory -> memory.withTrouble(trouble(3)));

        assertThat(opened().load(NAME).orElseThrow().chain()).isEqualTo(files.chain());
        assertThat(opened().memory(NAME)).isEqualTo(RenewalMemory.EMPTY);
    }

    @Test
    public void keepsOneAccountForEachAuthority() {
        StoredAccount account = Samples.account(CA);
        StoredAccount other = Samples.account(OTHER_CA);
        try (CertificateStorage.Lock held = storage().lock(SOON, TIME)) {
            assertThat(held).isNotNull();
            storage().accounts().save(CA, Samples.account(CA));
            storage().accounts().save(CA, account);
            storage().accounts().save(OTHER_CA, other);
        }

        StoredAccount found = opened().accounts().load(CA).orElseThrow();

        assertThat(found.url()).isEqualTo(account.url());
        assertThat(found.contacts()).isEqualTo(account.contacts());
        assertThat(found.created()).isEqualTo(account.created());
        assertThat(found.key().getPrivate()).isEqualTo(account.key().getPrivate());
        assertThat(opened().accounts().load(OTHER_CA).map(StoredAccount::key).map(KeyPair::getPrivate))
                .contains(other.key().getPrivate());
    }

    @Test
    public void remembersEverything() {
        RenewalMemory full = Samples.memory(trouble(2));

        RenewalMemory saved = storage().update(NAME, memory -> full);

        assertThat(saved).isEqualTo(full);
        assertThat(opened().memory(NAME)).isEqualTo(full);
    }

    @Test
    public void changesWhatWasSavedLast() {
        storage().update(NAME, memory -> memory.withTrouble(trouble(1)));
        opened().update(NAME, memory -> memory.withDeployed("cafe"));

        assertThat(storage().memory(NAME).trouble()).isEqualTo(trouble(1));
        assertThat(storage().memory(NAME).deployed()).isEqualTo("cafe");
    }

    @Test
    public void remembersTheFormerWhereAChangeFails() {
        storage().update(NAME, memory -> memory.withTrouble(trouble(1)));

        assertThatThrownBy(() -> storage().update(NAME, memory -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(storage().memory(NAME).trouble()).isEqualTo(trouble(1));
        assertThat(storage()
                        .update(NAME, memory -> memory.withTrouble(trouble(2)))
                        .trouble())
                .isEqualTo(trouble(2));
    }

    @Test
    public void losesNoChangeOfSeveralAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                CertificateStorage one = i % 2 == 0 ? storage() : opened();
                all.add(threads.submit(() -> {
                    for (int n = 0; n < 10; n++) {
                        one.update(
                                NAME,
                                memory -> memory.withTrouble(trouble(
                                        memory.trouble() == null
                                                ? 1
                                                : memory.trouble().failures() + 1)));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(SOON.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(storage().memory(NAME).trouble()).isEqualTo(trouble(40));
    }

    @Test
    public void changesWhatIsRememberedWhileSomebodyHoldsTheLock() {
        try (CertificateStorage.Lock held = storage().lock(SOON, TIME)) {
            assertThat(held).isNotNull();
            opened().update(NAME, memory -> memory.withDeployed("cafe"));
        }
        assertThat(storage().memory(NAME).deployed()).isEqualTo("cafe");
    }

    @Test
    public void changesWhatIsRememberedOnAnInterruptedThread() {
        Thread.currentThread().interrupt();
        try {
            storage().update(NAME, memory -> memory.withDeployed("cafe"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(storage().memory(NAME).deployed()).isEqualTo("cafe");
    }

    @Test
    public void isReadWhileSomebodyHoldsTheLock() {
        install(NAME, Samples.certificate(NAME.value()));
        try (CertificateStorage.Lock held = storage().lock(SOON, TIME)) {
            assertThat(held).isNotNull();
            assertThat(opened().load(NAME)).isPresent();
            assertThat(opened().memory(NAME)).isEqualTo(RenewalMemory.EMPTY);
        }
    }

    @Test
    public void isLockedByOneAtATime() {
        try (CertificateStorage.Lock held = storage().lock(SOON, TIME)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> opened().lock(Duration.ZERO, TIME)).isInstanceOf(StateLockedException.class);
        }
        opened().lock(Duration.ZERO, TIME).close();
    }

    @Test
    public void isNotUnlockedByClosingAnEarlierLockAgain() {
        CertificateStorage.Lock first = storage().lock(SOON, TIME);
        first.close();
        try (CertificateStorage.Lock second = storage().lock(SOON, TIME)) {
            assertThat(second).isNotNull();
            first.close();
            assertThatThrownBy(() -> opened().lock(Duration.ZERO, TIME)).isInstanceOf(StateLockedException.class);
        }
    }

    @Test
    public void waitsForTheLock() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            CountDownLatch begun = new CountDownLatch(1);
            CertificateStorage.Lock first = storage().lock(SOON, TIME);
            Future<?> second = threads.submit(() -> {
                begun.countDown();
                opened().lock(SOON, TIME).close();
            });
            begun.await();
            assertThat(second).isNotDone();

            first.close();

            second.get(SOON.toSeconds(), TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    public void stopsWaitingForTheLockWhenInterrupted() {
        try (CertificateStorage.Lock held = storage().lock(SOON, TIME)) {
            assertThat(held).isNotNull();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> opened().lock(SOON, TIME)).isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    public void isDeployedByOneAtATime() {
        try (CertificateStorage.Lock first = storage().tryDeploy(NAME).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(opened().tryDeploy(NAME)).isEmpty();
        }
        opened().tryDeploy(NAME).orElseThrow().close();
    }

    @Test
    public void isDeployedBesideOthersAndBesideTheLock() {
        try (CertificateStorage.Lock held = storage().lock(SOON, TIME);
                CertificateStorage.Lock first = storage().tryDeploy(NAME).orElseThrow();
                CertificateStorage.Lock second = opened().tryDeploy(OTHER).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(first).isNotSameAs(second);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.FaultyDisk.Crash;
import io.github.vpsdns.core.testing.FaultyDisk.Fault;
import io.github.vpsdns.core.testing.Trees;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An installation with each step of the disk going wrong in turn. */
class LineageStoreFaultTest {
    private static final LineageName NAME = new LineageName("example.com");
    private static final KeyPair OLD_KEY = TestCertificates.newKey();
    private static final KeyPair NEW_KEY = TestCertificates.newKey();
    private static final List<X509Certificate> OLD = TestCertificates.chain(OLD_KEY, "example.com");
    private static final List<X509Certificate> NEW = TestCertificates.chain(NEW_KEY, "example.com", "www.example.com");
    /** One directory, four files with a sync each, two syncs of directories, the new link and its move, the last sync. */
    private static final int STEPS = 14;

    private static final int LAST_SYNC = STEPS;

    @TempDir
    Path state;

    private LineageStore store;

    @BeforeEach
    void setUp() {
        store = new LineageStore(state, FaultyDisk.none());
    }

    static Stream<Arguments> everyStep() {
        return Stream.of(Fault.values())
                .flatMap(fault -> IntStream.rangeClosed(1, STEPS).mapToObj(step -> Arguments.of(fault, step)));
    }

    @Test
    void takesTheStepsThatAreTriedBelow() {
        installOld();
        FaultyDisk disk = FaultyDisk.none();

        new LineageStore(state, disk).install(NAME, fresh());

        assertThat(disk.steps()).isEqualTo(STEPS);
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void leavesTheFormerCertificateWhole(Fault fault, int step) {
        installOld();
        LineageStore broken = new LineageStore(state, new FaultyDisk(fault, step));

        assertThatThrownBy(() -> broken.install(NAME, fresh())).isInstanceOfAny(StoreException.class, Crash.class);

        Lineage now = store.load(NAME).orElseThrow();
        assertWhole(now, step < LAST_SYNC ? OLD : NEW, step < LAST_SYNC ? OLD_KEY : NEW_KEY);
        assertThat(store.list()).containsExactly(NAME);
        assertThat(Trees.openToOthers(state)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void letsTheNextInstallationSucceed(Fault fault, int step) {
        installOld();
        LineageStore broken = new LineageStore(state, new FaultyDisk(fault, step));
        assertThatThrownBy(() -> broken.install(NAME, fresh())).isInstanceOfAny(StoreException.class, Crash.class);

        store.install(NAME, fresh());

        assertWhole(store.load(NAME).orElseThrow(), NEW, NEW_KEY);
        assertThat(store.list()).containsExactly(NAME);
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void hasNoCertificateOrAWholeOneWhereTheFirstInstallationFails(Fault fault, int step) {
        LineageStore broken = new LineageStore(state, new FaultyDisk(fault, step));

        assertThatThrownBy(() -> broken.install(NAME, fresh())).isInstanceOfAny(StoreException.class, Crash.class);

        store.load(NAME).ifPresent(found -> assertWhole(found, NEW, NEW_KEY));
        store.install(NAME, fresh());
        assertWhole(store.load(NAME).orElseThrow(), NEW, NEW_KEY);
    }

    static Stream<Arguments> everyStepOnAFullDisk() {
        return Stream.of(Fault.FAILS_ONCE, Fault.STAYS_FULL)
                .flatMap(fault -> IntStream.range(1, LAST_SYNC).mapToObj(step -> Arguments.of(fault, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStepOnAFullDisk")
    void saysThatTheDiskIsFullAndTidiesUp(Fault fault, int step) {
        installOld();
        LineageStore broken = new LineageStore(state, new FaultyDisk(fault, step));

        assertThatThrownBy(() -> broken.install(NAME, fresh()))
                .isInstanceOf(StoreException.class)
                .hasMessage("cannot install the certificate example.com in '" + state.resolve("archive")
                        + "': No space left on device; the former one is in place");
        assertThat(state.resolve("archive/example.com")).isDirectoryNotContaining("glob:**/2");
        assertThat(state.resolve("live")).isDirectoryNotContaining("glob:**/.new-*");
    }

    @Test
    void doesNotUseTheNumberOfAKilledAttemptAgain() {
        installOld();
        LineageStore broken = new LineageStore(state, new FaultyDisk(Fault.CRASHES, 4));
        assertThatThrownBy(() -> broken.install(NAME, fresh())).isInstanceOf(Crash.class);
        assertThat(state.resolve("archive/example.com/2")).isDirectory();

        assertThat(store.install(NAME, fresh()).archive().getFileName()).hasToString("3");
    }

    @Test
    void saysThatTheNewCertificateIsInPlaceWhereOnlyTheLastSyncFails() {
        installOld();
        LineageStore broken = new LineageStore(state, new FaultyDisk(Fault.FAILS_ONCE, LAST_SYNC));

        assertThatThrownBy(() -> broken.install(NAME, fresh()))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the certificate example.com is in place, but");
    }

    private void installOld() {
        store.install(NAME, new CertificateFiles(OLD, OLD_KEY.getPrivate(), null));
    }

    private static CertificateFiles fresh() {
        return new CertificateFiles(NEW, NEW_KEY.getPrivate(), null);
    }

    private static void assertWhole(Lineage lineage, List<X509Certificate> chain, KeyPair key) {
        assertThat(lineage.chain()).isEqualTo(chain);
        assertThat(Pem.readCertificates(lineage.live().resolve("cert.pem"))).isEqualTo(chain.subList(0, 1));
        assertThat(Pem.readCertificates(lineage.live().resolve("chain.pem"))).isEqualTo(chain.subList(1, 2));
        assertThat(lineage.key().orElseThrow().getPublic()).isEqualTo(key.getPublic());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.testing.FaultyDisk;
import io.github.vpsdns.core.testing.FaultyDisk.Fault;
import io.github.vpsdns.core.testing.PowerCutDisk;
import io.github.vpsdns.core.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateDirectoryTest {
    @TempDir
    Path temporary;

    @Test
    void createsItsPartsForTheOwnerAlone() throws IOException {
        Path path = temporary.resolve("a/b");

        assertThat(new StateDirectory(path).prepare().path()).isEqualTo(path);

        try (Stream<Path> parts = Files.list(path)) {
            assertThat(parts.map(part -> part.getFileName().toString()))
                    .containsExactlyInAnyOrder("accounts", "archive", "live", "renewal", "schedule", "journal");
        }
        assertThat(Trees.openToOthers(temporary)).isEmpty();
    }

    @Test
    void isPreparedAsOftenAsOneLikes() {
        StateDirectory state = new StateDirectory(temporary.resolve("s"));

        assertThat(state.prepare()).isSameAs(state.prepare());
    }

    @Test
    void isOnDiskOnceItIsPrepared() {
        PowerCutDisk disk = new PowerCutDisk();

        new StateDirectory(temporary.resolve("s"), disk).prepare();

        assertThat(disk.unsynced()).containsOnly(temporary.resolve("s"));
    }

    @Test
    void readsNothingFromWhereThereIsNothingWithoutCreatingIt() {
        StateDirectory state = new StateDirectory(temporary.resolve("s"));

        assertThat(state.lineages().list()).isEmpty();
        assertThat(state.renewals().load(new LineageName("a"))).isEmpty();
        assertThat(state.path()).doesNotExist();
    }

    @Test
    void forgetsALineageAndNoOther() throws IOException {
        StateDirectory state = new StateDirectory(temporary.resolve("s")).prepare();
        LineageName kept = new LineageName("kept.example");
        LineageName gone = new LineageName("gone.example");
        for (LineageName name : List.of(kept, gone)) {
            KeyPair key = TestCertificates.newKey();
            CertificateFiles files =
                    new CertificateFiles(TestCertificates.chain(key, name.value()), key.getPrivate(), null);
            state.lineages().install(name, files);
            state.lineages().install(name, files);
            state.storage().update(name, memory -> memory);
            Optional<CertificateStorage.Lock> deploying = state.storage().tryDeploy(name);
            deploying.orElseThrow().close();
        }

        assertThat(state.forget(gone)).isFalse();
        assertThat(state.forget(gone)).isFalse();

        assertThat(state.lineages().list()).containsExactly(kept);
        try (Stream<Path> files = Files.walk(state.path())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("kept.example", "kept.example.json", "kept.example.deploy.lock")
                    .noneMatch(name -> name.startsWith("gone.example"));
        }
    }

    @Test
    void findsWhatIsLeftOfALineageWhoseRemovalWasCutShort() {
        StateDirectory state = new StateDirectory(temporary.resolve("s")).prepare();
        LineageName name = new LineageName("gone.example");
        KeyPair key = TestCertificates.newKey();
        // After these the link is gone, and with it the last of the lineage.
        for (int step = 1; step <= 11; step++) {
            state.lineages()
                    .install(
                            name,
                            new CertificateFiles(TestCertificates.chain(key, name.value()), key.getPrivate(), null));
            StateDirectory broken = new StateDirectory(state.path(), new FaultyDisk(Fault.CRASHES, step));
            try {
                assertThat(broken.forget(name)).isFalse();
            } catch (FaultyDisk.Crash crash) {
                assertThat(state.lineages().list()).as("after step " + step).containsExactly(name);
            }
            state.forget(name);
            assertThat(state.path().resolve("archive/gone.example")).doesNotExist();
        }
    }

    @Test
    void isNoFile() throws IOException {
        Path file = Files.createFile(temporary.resolve("f"));

        assertThatThrownBy(() -> new StateDirectory(file).prepare())
                .isInstanceOf(StoreException.class)
                .hasMessage("'" + file + "' is a file; expected a directory to keep accounts and certificates in");
    }

    @Test
    void isNotBelowAFile() throws IOException {
        Path file = Files.createFile(temporary.resolve("f"));

        assertThatThrownBy(() -> new StateDirectory(file.resolve("s")).prepare())
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("cannot keep accounts and certificates in '" + file.resolve("s") + "': ")
                .hasMessageEndingWith("; expected a directory that this user may write to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx----w-"})
    void isNotWhereOthersCouldPutTheirKeys(String mode) throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(mode));

        assertThatThrownBy(() -> new StateDirectory(temporary).prepare())
                .isInstanceOf(StoreException.class)
                .hasMessage("others than the owner may write to '" + temporary
                        + "', so they could put their keys there; run: chmod 700 '" + temporary + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "archive", "live", "renewal", "schedule", "journal"})
    void refusesAPartThatOthersMayWriteTo(String part) throws IOException {
        Path open = Files.createDirectory(temporary.resolve(part));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> new StateDirectory(temporary).prepare())
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("others than the owner may write to '" + open + "'");
    }

    @Test
    void mayBeListedByOthersBecauseItsPartsMayNot() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));

        new StateDirectory(temporary).prepare();

        assertThat(Trees.mode(temporary.resolve("archive"))).isEqualTo("rwx------");
    }

    @Test
    void saysWhyItCannotBeWritten() {
        new StateDirectory(temporary, Disk.local()).prepare();
        StateDirectory state = new StateDirectory(temporary, new FaultyDisk(Fault.STAYS_FULL, 1));

        assertThatThrownBy(state::prepare)
                .isInstanceOf(StoreException.class)
                .hasMessage("cannot keep accounts and certificates in '" + temporary
                        + "': No space left on device; expected a directory that this user may write to");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.journal.JournalException;
import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file system of its own, which is really full or really read-only; needs the right to mount. */
class RealDiskTest {
    private static final LineageName NAME = new LineageName("example.com");
    private static final KeyPair KEY = TestCertificates.newKey();
    private static final List<X509Certificate> CHAIN = TestCertificates.chain(KEY, "example.com");

    @TempDir
    Path temporary;

    private Path disk;
    private StateDirectory state;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(temporary.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=256k,mode=0700", "tmpfs", disk.toString());
        assumeTrue(mounted, "no right to mount a small file system, so no real full disk was tried");
        state = new StateDirectory(disk.resolve("state")).prepare();
        state.lineages().install(NAME, certificate());
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void keepsTheFormerCertificateWhenTheDiskIsFullAndInstallsWhenThereIsRoom() throws IOException {
        Path filler = fill();

        assertThatThrownBy(() -> state.lineages().install(NAME, certificate()))
                .isInstanceOf(StoreException.class)
                .hasMessage("cannot install the certificate example.com in '" + disk.resolve("state/archive")
                        + "': No space left on device; the former one is in place");
        Lineage former = state.lineages().load(NAME).orElseThrow();
        assertThat(former.archive().getFileName()).hasToString("1");
        assertThat(former.key()).isPresent();

        Files.delete(filler);
        state.lineages().install(NAME, certificate());
        assertThat(state.lineages().load(NAME).orElseThrow().archive().getFileName())
                .hasToString("2");
    }

    @Test
    void letsNothingBeWrittenToAZoneThatCannotBeNoted() throws IOException {
        Path filler = fill();
        DomainName name = DomainName.of("_acme-challenge.example.com");
        try (Journal journal = state.journal(Timekeeper.system())) {
            assertThatThrownBy(() -> journal.open(name, "value"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith("No space left on device");

            Files.delete(filler);
            assertThat(journal.open(name, "value").value()).isEqualTo("value");
        }
    }

    @Test
    void saysThatTheFileSystemIsReadOnly() throws Exception {
        assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "cannot make the small file system read-only");

        assertThatThrownBy(() -> state.prepare())
                .isInstanceOf(StoreException.class)
                .hasMessage("cannot keep accounts and certificates in '" + disk.resolve("state")
                        + "': Read-only file system; expected a directory that this user may write to");
    }

    private static CertificateFiles certificate() {
        return new CertificateFiles(CHAIN, KEY.getPrivate(), null);
    }

    private Path fill() throws IOException {
        Path filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left on device");
        }
        return filler;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.pem.Pem;
import io.github.vpsdns.acme.pem.PemException;
import io.github.vpsdns.acme.testing.OpenSsl;
import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.PowerCutDisk;
import io.github.vpsdns.core.testing.Trees;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsPrograms("openssl")
class LineageStoreTest {
    private static final LineageName NAME = new LineageName("example.com");
    private static final KeyPair KEY = TestCertificates.newKey();
    private static final List<X509Certificate> CHAIN = TestCertificates.chain(KEY, "example.com", "*.example.com");

    @TempDir
    Path state;

    private LineageStore store;

    @BeforeEach
    void setUp() {
        store = new LineageStore(state, Disk.local());
    }

    @Test
    void laysFilesOutAsCertbotDoes() {
        store.install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), null));

        Path live = state.resolve("live/example.com");
        assertThat(Pem.readCertificates(live.resolve("cert.pem"))).isEqualTo(CHAIN.subList(0, 1));
        assertThat(Pem.readCertificates(live.resolve("chain.pem"))).isEqualTo(CHAIN.subList(1, 2));
        assertThat(Pem.readCertificates(live.resolve("fullchain.pem"))).isEqualTo(CHAIN);
        assertThat(Pem.readKeyPair(live.resolve("privkey.pem")).getPrivate()).isEqualTo(KEY.getPrivate());
        assertThat(live.resolve("keystore.p12")).doesNotExist();
    }

    @Test
    void linksRelativelySoThatTheDirectoryCanBeMoved() throws IOException {
        store.install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), null));

        assertThat(Files.readSymbolicLink(state.resolve("live/example.com")))
                .isEqualTo(Path.of("../archive/example.com/1"));
    }

    @Test
    void isForTheOwnerAlone() {
        store.install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), "secret".toCharArray()));

        assertThat(Trees.openToOthers(state)).isEmpty();
    }

    @Test
    void keepsEveryCertificateAndLinksTheNewest() throws IOException {
        for (int i = 1; i <= 11; i++) {
            Lineage installed = store.install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), null));
            assertThat(installed.archive()).isEqualTo(state.resolve("archive/example.com/" + i));
        }
        assertThat(state.resolve("live/example.com").toRealPath().getFileName()).hasToString("11");
        assertThat(state.resolve("archive/example.com/1/privkey.pem")).exists();
    }

    @Test
    void returnsWhatItWouldLoad() {
        Lineage installed = store.install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), null));

        assertThat(store.load(NAME)).contains(installed);
        assertThat(installed.live()).isEqualTo(state.resolve("live/example.com"));
        assertThat(installed.names()).containsExactly(DomainName.of("example.com"), DomainName.of("*.example.com"));
        assertThat(installed.certificate()).isEqualTo(CHAIN.get(0));
        assertThat(installed.key()).get().extracting(KeyPair::getPublic).isEqualTo(KEY.getPublic());
    }

    @Test
    void keepsNoKeyWhereSomebodyElseHasIt() {
        Lineage installed = store.install(NAME, new CertificateFiles(CHAIN, null, null));

        assertThat(installed.key()).isEmpty();
        assertThat(installed.archive().resolve("privkey.pem")).doesNotExist();
    }

    @Test
    void writesAKeystoreThatOpenSslOpensWithThePassword() {
        Lineage installed = store.install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), "secret".toCharArray()));

        String text = new OpenSsl(installed.archive()).text("pkcs12 -in keystore.p12 -passin pass:secret -nodes");

        assertThat(Pem.parseKeyPair(text, "openssl").getPrivate()).isEqualTo(KEY.getPrivate());
        assertThat(Pem.parseCertificates(text, "openssl")).containsExactlyElementsOf(CHAIN);
        assertThat(text).contains("friendlyName: example.com");
    }

    @Test
    void hasEverythingOnDiskBeforeItSwapsAndBeforeItReturns() {
        PowerCutDisk disk = new PowerCutDisk();

        new LineageStore(state, disk).install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), null));

        assertThat(disk.moves()).isEqualTo(1);
        assertThat(disk.unsynced()).isEmpty();
    }

    @Test
    void installsWhileTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        store.install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), null));

        assertThat(store.load(NAME)).isPresent();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void listsNamesInOrderAndNothingElse() throws IOException {
        assertThat(store.list()).isEmpty();
        for (String name : List.of("b.example", "a.example")) {
            store.install(new LineageName(name), new CertificateFiles(CHAIN, KEY.getPrivate(), null));
        }
        Files.writeString(state.resolve("live/README"), "hands off");
        Files.createSymbolicLink(state.resolve("live/.new-1234"), Path.of("../archive"));

        assertThat(store.list()).extracting(LineageName::value).containsExactly("a.example", "b.example");
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(store.load(NAME)).isEmpty();
    }

    @Test
    void refusesAKeyThatOthersMayReadButStillShowsTheCertificate() throws IOException {
        store.install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), null));
        Path key = state.resolve("archive/example.com/1/privkey.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        Lineage lineage = store.load(NAME).orElseThrow();

        assertThat(lineage.chain()).isEqualTo(CHAIN);
        assertThatThrownBy(lineage::key)
                .isInstanceOf(StoreException.class)
                .hasMessage("the private key '" + key + "' is open to others than its owner (rw-r-----);"
                        + " close it with: chmod 600 '" + key + "', and replace it if they may have read it");
    }

    @Test
    void saysThatALinkLeadsNowhere() throws IOException {
        Files.createDirectories(state.resolve("live"));
        Files.createSymbolicLink(state.resolve("live/example.com"), Path.of("../archive/example.com/7"));

        assertThatThrownBy(() -> store.load(NAME))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "'" + state.resolve("live/example.com") + "' leads to no certificate: there is no such file;"
                                + " expected a link to a directory in '" + state.resolve("archive/example.com") + "'");
    }

    @Test
    void saysWhichFileIsDamaged() throws IOException {
        Lineage installed = store.install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), null));
        Path file = installed.archive().resolve("fullchain.pem");
        Files.writeString(file, "");

        assertThatThrownBy(() -> store.load(NAME))
                .isInstanceOf(PemException.class)
                .hasMessageStartingWith("'" + file + "' has no certificate");
    }

    @Test
    void overwritesNothingThatIsNoLinkOfIts() throws IOException {
        Path directory = Files.createDirectories(state.resolve("live/example.com"));

        assertThatThrownBy(() -> store.install(NAME, new CertificateFiles(CHAIN, KEY.getPrivate(), null)))
                .isInstanceOf(StoreException.class)
                .hasMessage("'" + directory + "' is in the way: expected a symbolic link or nothing;"
                        + " move it elsewhere and try again");
        assertThat(state.resolve("archive")).doesNotExist();
    }
}

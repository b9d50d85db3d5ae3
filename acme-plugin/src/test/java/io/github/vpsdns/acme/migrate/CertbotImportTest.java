// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.migrate.Imported.AccountAction;
import io.github.vpsdns.acme.migrate.Imported.Action;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.schedule.Issuance;
import io.github.vpsdns.acme.schedule.RenewalMemory;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.acme.testing.TestCertificates;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.FastTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On what certbot 2.1.0 wrote. */
class CertbotImportTest {
    private static final LineageName WILDCARD = new LineageName("example.com");
    private static final LineageName RSA = new LineageName("rsa.example.com");
    private static final URI CA = URI.create("https://ca.example/dir");

    @TempDir
    Path directory;

    private Path certbot;
    private StateDirectory state;
    private CertbotImport importer;

    @BeforeEach
    void copyIt() throws Exception {
        certbot = directory.resolve("letsencrypt");
        Path recorded = Path.of(CertbotImportTest.class.getResource("/certbot").toURI());
        try (Stream<Path> files = Files.walk(recorded)) {
            for (Path file : files.toList()) {
                Files.copy(file, certbot.resolve(recorded.relativize(file).toString()));
            }
        }
        state = new StateDirectory(directory.resolve("state"));
        importer = new CertbotImport(certbot, state, new FastTime(), null);
    }

    @Test
    void listsWhatCertbotRenews() {
        assertThat(importer.names()).containsExactly(WILDCARD, RSA);
    }

    @Test
    void takesCertificateAndKey() {
        Imported taken = importer.take(WILDCARD, false);

        Lineage lineage = state.lineages().load(WILDCARD).orElseThrow();
        assertThat(taken.action()).isEqualTo(Action.TAKEN);
        assertThat(taken.live()).isEqualTo(lineage.live());
        assertThat(lineage.names())
                .containsExactlyInAnyOrder(DomainName.of("example.com"), DomainName.of("*.example.com"));
        assertThat(lineage.key()).isPresent();
        assertThat(lineage.chain()).hasSize(2);
    }

    @Test
    void takesWhatCertbotWasTold() {
        importer.take(WILDCARD, false);
        importer.take(RSA, false);

        RenewalSettings wildcard = state.renewals().load(WILDCARD).orElseThrow();
        assertThat(wildcard.server()).isEqualTo(CA);
        assertThat(wildcard.keyType()).isEqualTo(KeyType.P256);
        assertThat(wildcard.reuseKey()).isFalse();
        assertThat(wildcard.deployHook()).isEqualTo("echo \"deployed\" > /run/deployed; true");
        RenewalSettings rsa = state.renewals().load(RSA).orElseThrow();
        assertThat(rsa.keyType()).isEqualTo(KeyType.RSA3072);
        assertThat(rsa.reuseKey()).isTrue();
        assertThat(rsa.preferredChain()).isEqualTo("Pebble Root");
        assertThat(rsa.deployHook()).isNull();
    }

    @Test
    void remembersTheCaAndThatTheHookHasBeenTold() {
        importer.take(WILDCARD, false);

        String serial =
                Issuance.serial(state.lineages().load(WILDCARD).orElseThrow().certificate());
        RenewalMemory memory = state.storage().memory(WILDCARD);
        Issuance origin = memory.issuanceOf(serial);
        assertThat(origin).isNotNull();
        assertThat(origin.server()).isEqualTo(CA);
        assertThat(memory.owesDeploy(serial)).isFalse();
    }

    @Test
    void takesTheAccountOnceForAll() {
        assertThat(importer.take(WILDCARD, false).account()).isEqualTo(AccountAction.TAKEN);
        assertThat(importer.take(RSA, false).account()).isEqualTo(AccountAction.HERE_ALREADY);

        StoredAccount account = state.accounts().load(CA).orElseThrow();
        assertThat(account.url()).isEqualTo(URI.create("https://ca.example/my-account/4d1e987ebe9d93fa"));
        assertThat(account.created()).isEqualTo(Instant.parse("2026-11-22T00:01:54Z"));
        assertThat(KeyType.describe(account.key().getPublic())).isEqualTo("rsa2048");
    }

    @Test
    void changesNothingOfCertbots() {
        Map<Path, String> before = contents(certbot);

        importer.take(WILDCARD, false);

        assertThat(contents(certbot)).isEqualTo(before);
    }

    @Test
    void writesNothingInADryRun() {
        Imported imported = importer.take(WILDCARD, true);

        assertThat(imported.action()).isEqualTo(Action.WOULD_BE_TAKEN);
        assertThat(imported.account()).isEqualTo(AccountAction.TAKEN);
        assertThat(state.path()).doesNotExist();
    }

    @Test
    void findsTheSecondTimeThatItIsHere() {
        importer.take(WILDCARD, false);

        assertThat(importer.take(WILDCARD, false).action()).isEqualTo(Action.HERE_ALREADY);
        assertThat(state.path().resolve("archive/example.com/2")).doesNotExist();
    }

    @Test
    void doesTheRestOfAnImportThatWasCutShort() {
        importer.take(WILDCARD, false);
        state.renewals().remove(WILDCARD);

        importer.take(WILDCARD, false);

        assertThat(state.renewals().load(WILDCARD)).isPresent();
    }

    @Test
    void leavesAnotherCertificateOfTheSameNameAlone() {
        KeyPair key = TestCertificates.newKey();
        state.prepare();
        state.lineages()
                .install(
                        WILDCARD,
                        new CertificateFiles(TestCertificates.chain(key, "example.com"), key.getPrivate(), null));

        assertThatThrownBy(() -> importer.take(WILDCARD, false))
                .isInstanceOf(MigrationException.class)
                .hasMessage("there is another certificate example.com in '" + state.path()
                        + "' already, and it stays; remove it first (vpsdns acme delete) to take certbot's");
        assertThat(state.accounts().load(CA)).isEmpty();
    }

    @Test
    void leavesAnotherAccountInPlaceAndSaysSo() {
        StoredAccount own = new StoredAccount(
                URI.create("https://ca.example/own"), List.of(), Instant.EPOCH, TestCertificates.newKey());
        state.prepare().accounts().save(CA, own);

        Imported imported = importer.take(WILDCARD, false);

        assertThat(imported.account()).isEqualTo(AccountAction.OTHER_STAYS);
        assertThat(imported.remarks())
                .contains(
                        "there is another account at https://ca.example/dir here, which stays; certbot's is not used");
        assertThat(state.accounts().load(CA).orElseThrow().url()).isEqualTo(own.url());
    }

    @Test
    void goesOnWithoutAnAccountThatCertbotNoLongerHas() throws IOException {
        Path conf = certbot.resolve("renewal/example.com.conf");
        Files.writeString(conf, Files.readString(conf).replace("41d375b300b1e4c9663cf1078218e56c", "gone"));

        assertThat(importer.take(WILDCARD, false).account()).isEqualTo(AccountAction.MISSING);
    }

    @Test
    void doesNotFollowAnAccountOutOfTheDirectory() throws IOException {
        Path conf = certbot.resolve("renewal/example.com.conf");
        Files.writeString(
                conf, Files.readString(conf).replace("41d375b300b1e4c9663cf1078218e56c", "../../../../../elsewhere"));

        assertThat(importer.take(WILDCARD, false).account()).isEqualTo(AccountAction.MISSING);
    }

    @Test
    void saysHowTheNamesWereProvenAndWhichHooksAreLeftBehind() throws IOException {
        Path conf = certbot.resolve("renewal/example.com.conf");
        Files.writeString(conf, Files.readString(conf) + "pre_hook = systemctl stop nginx\ninstaller = nginx\n");

        assertThat(importer.take(WILDCARD, true).remarks())
                .containsExactly(
                        "certbot proved the names by 'manual'; from now on it is DNS-01 through the API, for zones of its"
                                + " account",
                        "certbot's pre_hook is not taken over: systemctl stop nginx",
                        "certbot's installer 'nginx' is not taken over; a deploy hook can reload the server");
    }

    @Test
    void makesTheUsualKeyNextWhereTheKindIsNotMadeHere() throws IOException {
        Path conf = certbot.resolve("renewal/example.com.conf");
        Files.writeString(conf, Files.readString(conf) + "elliptic_curve = secp521r1\n");

        Imported imported = importer.take(WILDCARD, true);

        assertThat(imported.settings().keyType()).isEqualTo(KeyType.P256);
        assertThat(imported.remarks()).contains("keys of kind secp521r1 are not made here; the next one is p256");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThatThrownBy(() -> importer.take(new LineageName("other"), false))
                .isInstanceOf(MigrationException.class)
                .hasMessage("certbot has no certificate other: there is no '" + certbot.resolve("renewal/other.conf")
                        + "'");
        Files.delete(certbot.resolve("live/example.com/privkey.pem"));
        assertThatThrownBy(() -> importer.take(WILDCARD, false))
                .isInstanceOf(MigrationException.class)
                .hasMessage("the certificate example.com of certbot: cannot read '"
                        + certbot.resolve("live/example.com/privkey.pem") + "': there is no such file");
        assertThatThrownBy(() -> new CertbotImport(directory, state, new FastTime(), null).names())
                .isInstanceOf(MigrationException.class)
                .hasMessage("'" + directory
                        + "' has no directory renewal; expected the configuration directory of certbot");
    }

    private static Map<Path, String> contents(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            Map<Path, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file) + Files.getLastModifiedTime(file));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.hook.DeployHookException;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssueServiceTest {
    private static final LineageName NAME = new LineageName("example.com");

    @TempDir
    private Path directory;

    private World world;
    private StateDirectory state;
    private Journal journal;

    @BeforeEach
    void start() {
        world = World.start();
        state = new StateDirectory(directory.resolve("state"));
        journal = state.journal(Timekeeper.system());
    }

    @AfterEach
    void stop() {
        assertThat(journal.leftovers()).isEmpty();
        journal.close();
        world.close();
    }

    private Lineage issue(RenewalSettings settings, char @Nullable [] keystorePassword) {
        return new IssueService(state, world.solver().journal(journal).build(), world.time, IssueListener.NONE)
                .issue(NAME, settings, World.ACCOUNT, keystorePassword);
    }

    /** What is said for one name, with what a test is about. */
    private RenewalSettings settings(
            boolean reuseKey, @Nullable Path csr, @Nullable DomainName alias, @Nullable String deployHook) {
        return RenewalSettings.builder(List.of(DomainName.of("example.com")), world.sandbox.acmeDirectory())
                .email("admin@example.com")
                .reuseKey(reuseKey)
                .csr(csr)
                .alias(alias)
                .propagationTimeout(Duration.ofSeconds(20))
                .deployHook(deployHook)
                .build();
    }

    @Test
    void putsTheCertificateIntoItsPlace() {
        Lineage lineage = issue(settings(false, null, null, null), null);

        assertThat(lineage.names()).containsExactly(DomainName.of("example.com"));
        assertThat(lineage.live()).isDirectory().isEqualTo(state.path().resolve("live/example.com"));
        assertThat(lineage.key().orElseThrow().getPublic())
                .isEqualTo(lineage.certificate().getPublicKey());
        assertThat(state.lineages().list()).containsExactly(NAME);
    }

    @Test
    void keepsWhatWasSaidForRenewal() {
        RenewalSettings settings = settings(false, null, null, null);
        issue(settings, null);

        assertThat(state.renewals().load(NAME)).contains(settings);
    }

    @Test
    void keepsNeitherCertificateNorSettingsWhereTheCaRefuses() {
        world.sandbox.acme().faults().always(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.CAA, "CAA forbids us"));
        RenewalSettings settings = settings(false, null, null, null);

        assertThatThrownBy(() -> issue(settings, null)).isInstanceOf(CaException.class);
        assertThat(state.lineages().list()).isEmpty();
        assertThat(state.renewals().load(NAME)).isEmpty();
    }

    @Test
    void makesANewKeyEachTimeUnlessItIsToBeReused() {
        Lineage first = issue(settings(false, null, null, null), null);
        Lineage second = issue(settings(true, null, null, null), null);
        Lineage third = issue(settings(false, null, null, null), null);

        assertThat(second.certificate().getPublicKey())
                .isEqualTo(first.certificate().getPublicKey());
        assertThat(third.certificate().getPublicKey())
                .isNotEqualTo(first.certificate().getPublicKey());
    }

    @Test
    void makesOneAccountForAllIssuances() {
        issue(settings(false, null, null, null), null);
        issue(settings(false, null, null, null), null);

        assertThat(world.sandbox.acme().log().events(AcmeEvent.AccountCreated.class))
                .hasSize(1);
    }

    @Test
    void usesARequestFromAFile() throws IOException {
        Path file = Files.write(
                directory.resolve("request.der"),
                Csr.of(List.of(DomainName.of("example.com")), KeyType.P256.generate())
                        .der());

        Lineage lineage = issue(settings(false, file, null, null), null);

        assertThat(lineage.key()).isEmpty();
        assertThat(lineage.live().resolve("privkey.pem")).doesNotExist();
    }

    @Test
    void writesAKeystoreWhereAPasswordIsGiven() {
        Lineage lineage = issue(settings(false, null, null, null), "changeit".toCharArray());

        assertThat(lineage.live().resolve("keystore.p12")).isNotEmptyFile();
    }

    @Test
    void refusesAKeystoreWithoutAKeyBeforeAnythingIsAsked() throws IOException {
        Path file = Files.write(
                directory.resolve("request.pem"),
                List.of(
                        "-----BEGIN CERTIFICATE REQUEST-----",
                        Base64.getMimeEncoder()
                                .encodeToString(Csr.of(List.of(DomainName.of("example.com")), KeyType.P256.generate())
                                        .der()),
                        "-----END CERTIFICATE REQUEST-----"));
        RenewalSettings settings = settings(false, file, null, null);
        RenewalSettings plain = settings(false, null, null, null);

        assertThatThrownBy(() -> issue(settings, "changeit".toCharArray())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> issue(plain, new char[0])).isInstanceOf(InvalidValueException.class);
        assertThat(state.path()).doesNotExist();
        assertThat(world.calls()).isZero();
    }

    @Test
    void putsValuesAtTheAlias() {
        world.sandbox.zones().create("keys.example.net");
        world.sandbox.zones().add("example.com", "_acme-challenge", "CNAME", "here.keys.example.net");

        issue(settings(false, null, DomainName.of("here.keys.example.net"), null), null);

        assertThat(world.calls("POST", "/dns-zones/*/records/")).isEqualTo(1);
        assertThat(world.zone("keys.example.net")).isEmpty();
    }

    @Test
    void runsTheDeployHookWithTheNewFiles() throws IOException {
        Path told = directory.resolve("told");

        issue(
                settings(
                        false,
                        null,
                        null,
                        "echo $RENEWED_DOMAINS; openssl x509 -in $RENEWED_LINEAGE/cert.pem -noout -serial >" + told),
                null);

        assertThat(told).isRegularFile();
        assertThat(Files.readString(told)).startsWith("serial=");
    }

    @Test
    void hasTheCertificateInPlaceWhereTheDeployHookFails() {
        RenewalSettings settings = settings(false, null, null, "echo cannot reload; exit 3");

        assertThatThrownBy(() -> issue(settings, null))
                .isInstanceOf(DeployHookException.class)
                .hasMessage("the certificate is installed, but the deploy hook ended with status 3: cannot reload");
        assertThat(state.lineages().load(NAME)).isPresent();
        assertThat(state.renewals().load(NAME)).isPresent();
    }

    @Test
    void releasesItsLockBeforeTheDeployHookRuns() {
        issue(settings(false, null, null, null), null);

        try (var lock = state.lock(Duration.ZERO, Timekeeper.system())) {
            assertThat(lock).isNotNull();
        }
    }
}

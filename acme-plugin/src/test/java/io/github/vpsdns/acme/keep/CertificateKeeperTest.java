// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.acme.issue.IssueOptions;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.renew.RenewalOutcome;
import io.github.vpsdns.acme.renew.SolverSource;
import io.github.vpsdns.acme.schedule.Trouble;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.testing.TestAuthority;
import io.github.vpsdns.acme.testing.TlsClient;
import io.github.vpsdns.acme.testing.TlsServer;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.acme.tls.TlsIdentity;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.name.DomainName;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateKeeperTest {
    private static final LineageName NAME = new LineageName("www.example.com");
    private static final String HOST = "www.example.com";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final World world = World.start();
    private final Switches switches = new Switches();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        world.close();
    }

    /** What a listener hears. */
    private static final class Switches implements KeeperListener {
        final List<X509Certificate> certificates = new CopyOnWriteArrayList<>();
        final Queue<VpsDnsException> failures = new ConcurrentLinkedQueue<>();

        @Override
        public void switched(LineageName name, TlsIdentity identity) {
            certificates.add(identity.certificate());
        }

        @Override
        public void failed(LineageName name, VpsDnsException reason, Trouble trouble) {
            failures.add(reason);
        }
    }

    private CertificateKeeperBuilder keeper() {
        return keeper(world);
    }

    private CertificateKeeperBuilder keeper(World surroundings) {
        return CertificateKeeper.builder(SolverSource.of(surroundings.solver().build()))
                .certificate(HOST, "example.com")
                .server(surroundings.server())
                .agreeToTerms()
                .listener(switches)
                .timekeeper(surroundings.time);
    }

    private X509Certificate visit(TlsServer server) throws IOException {
        return TlsClient.trusting(world.sandbox.acme().root())
                .visit(HOST, server.port())
                .certificate();
    }

    @Test
    void getsACertificateAndShowsIt() throws IOException {
        try (CertificateKeeper keeper = keeper().inMemory().start().awaitFirst(LIMIT);
                TlsServer server = TlsServer.start(keeper.sslContext())) {
            X509Certificate seen = visit(server);

            assertThat(switches.certificates).containsExactly(seen);
            assertThat(world.zone()).isEmpty();
        }
    }

    @Test
    void worksWithATokenAndADirectoryAlone() throws IOException {
        try (CertificateKeeper keeper = CertificateKeeper.builder(ApiToken.of(world.sandbox.token()))
                        .apiUrl(world.sandbox.apiUrl())
                        .nameServers(world.sandbox.nameServers())
                        .server(world.server())
                        .certificate(HOST)
                        .email("admin@example.com")
                        .agreeToTerms()
                        .directory(directory.resolve("state"))
                        .start()
                        .awaitFirst(LIMIT);
                TlsServer server = TlsServer.start(keeper.sslContext())) {
            assertThat(visit(server)).isNotNull();
        }
        assertThat(new StateDirectory(directory.resolve("state")).lineages().list())
                .containsExactly(NAME);
    }

    @Test
    void showsWhatIsStoredAtOnceEvenIfNobodyCanBeReached() throws IOException {
        TableStorage.Tables tables = new TableStorage.Tables();
        World past = World.start();
        X509Certificate root = past.sandbox.acme().root();
        try (past) {
            keeper(past)
                    .storage(new TableStorage(tables))
                    .start()
                    .awaitFirst(LIMIT)
                    .close();
        }
        X509Certificate first = switches.certificates.get(0);

        try (CertificateKeeper keeper =
                        keeper(past).storage(new TableStorage(tables)).start();
                TlsServer server = TlsServer.start(keeper.sslContext())) {
            assertThat(TlsClient.trusting(root).visit(HOST, server.port()).certificate())
                    .isEqualTo(first);
            assertThat(switches.certificates).containsExactly(first, first);
        }
    }

    @Test
    void showsTheNextOneToTheNextConnection() throws IOException {
        try (CertificateKeeper keeper = keeper().inMemory().start().awaitFirst(LIMIT);
                TlsServer server = TlsServer.start(keeper.sslContext())) {
            X509Certificate first = visit(server);

            assertThat(keeper.renewNow()).singleElement().isInstanceOf(RenewalOutcome.Renewed.class);

            X509Certificate second = visit(server);
            assertThat(second).isNotEqualTo(first);
            assertThat(switches.certificates).containsExactly(first, second);
        }
    }

    @Test
    void showsWhatAnotherProcessHasStored() throws IOException {
        CertificateStorage storage = CertificateStorage.inMemory();
        try (CertificateKeeper keeper = keeper().storage(storage).start().awaitFirst(LIMIT)) {
            TlsIdentity other = new TestAuthority().issue(HOST, "example.com");
            storage.install(NAME, new CertificateFiles(other.chain(), other.key(), null));

            await().atMost(LIMIT).until(() -> switches.certificates.contains(other.certificate()));
            assertThat(keeper.keyManager().get(NAME.value())).contains(other);
        }
    }

    @Test
    void getsOneOfItsOwnWhereTheKeyOfTheStoredOneIsElsewhere() {
        CertificateStorage storage = CertificateStorage.inMemory();
        TlsIdentity stored = new TestAuthority().issue(HOST, "example.com");
        storage.install(NAME, new CertificateFiles(stored.chain(), null, null));

        try (CertificateKeeper keeper = keeper().storage(storage).start().awaitFirst(LIMIT)) {
            assertThat(keeper.keyManager().get(NAME.value())).isPresent();
            assertThat(switches.certificates).hasSize(1).doesNotContain(stored.certificate());
        }
    }

    @Test
    void keepsShowingTheFormerOneWhenTheNextCannotBeGot() throws IOException {
        try (CertificateKeeper keeper = keeper().inMemory().start().awaitFirst(LIMIT);
                TlsServer server = TlsServer.start(keeper.sslContext())) {
            X509Certificate first = visit(server);
            world.sandbox.zones().delete("example.com");

            assertThat(keeper.renewNow()).singleElement().isInstanceOf(RenewalOutcome.Failed.class);

            assertThat(visit(server)).isEqualTo(first);
            assertThat(switches.failures).hasSize(1);
        }
    }

    @Test
    void failsHandshakesCleanlyAndTellsWhyWhileThereIsNone() {
        world.sandbox.zones().delete("example.com");
        try (CertificateKeeper keeper = keeper().inMemory().start();
                TlsServer server = TlsServer.start(keeper.sslContext())) {
            await().atMost(LIMIT).until(() -> !switches.failures.isEmpty());

            assertThatThrownBy(() -> visit(server)).isInstanceOf(SSLHandshakeException.class);
            assertThatThrownBy(() -> keeper.awaitFirst(Duration.ofMillis(10)))
                    .isInstanceOf(NoCertificateException.class)
                    .hasMessageStartingWith("there is no certificate yet for www.example.com after 0 s: ")
                    .hasMessageEndingWith(switches.failures.element().getMessage());
        }
    }

    @Test
    void getsOneAfterAllWhenTheTroubleIsOver() {
        world.sandbox.zones().delete("example.com");
        try (CertificateKeeper keeper = keeper().inMemory().start()) {
            await().atMost(LIMIT).until(() -> !switches.failures.isEmpty());
            world.sandbox.zones().create("example.com");

            keeper.awaitFirst(LIMIT);

            assertThat(switches.certificates).hasSize(1);
        }
    }

    @Test
    void tellsHowItStands() {
        try (CertificateKeeper keeper = keeper().inMemory().start().awaitFirst(LIMIT)) {
            await().atMost(LIMIT)
                    .until(() -> keeper.status().stream().anyMatch(status -> status.certificate() != null));

            assertThat(keeper.status()).singleElement().satisfies(status -> {
                assertThat(status.name()).isEqualTo(NAME);
                assertThat(status.certificate()).isEqualTo(switches.certificates.get(0));
            });
        }
    }

    @Test
    void goesOnWhenATargetOrAListenerFails() {
        KeeperListener bad = new KeeperListener() {
            @Override
            public void switched(LineageName name, TlsIdentity identity) {
                throw new IllegalStateException("a listener of no use");
            }
        };
        try (CertificateKeeper keeper = keeper().inMemory()
                .listener(bad)
                .target((name, identity) -> {
                    throw new IllegalStateException("a target of no use");
                })
                .start()
                .awaitFirst(LIMIT)) {
            assertThat(keeper.keyManager().get(NAME.value())).isPresent();
        }
    }

    @Test
    void givesACertificateAgainToATargetThatDidNotTakeIt() {
        List<String> given = new CopyOnWriteArrayList<>();
        try (CertificateKeeper keeper = keeper().inMemory()
                .target((name, identity) -> {
                    given.add(name);
                    if (given.size() < 3) {
                        throw new IllegalStateException("not now");
                    }
                })
                .start()
                .awaitFirst(LIMIT)) {
            await().atMost(LIMIT).until(() -> given.size() >= 3);
            assertThat(keeper.renewNow()).hasSize(1);

            assertThat(given).as("not again once it took it").hasSize(4);
        }
    }

    @Test
    void givesEachCertificateToTheTargetsAsWell() {
        List<String> given = new CopyOnWriteArrayList<>();
        try (CertificateKeeper keeper = keeper().inMemory()
                .certificate("*.example.com")
                .target((name, identity) -> given.add(name))
                .start()
                .awaitFirst(LIMIT)) {
            assertThat(given).containsExactlyInAnyOrder("www.example.com", "example.com");
            assertThat(keeper.keyManager().covers("anything.example.com")).isTrue();
        }
    }

    @Test
    void refusesWhatCannotBeKept() {
        DomainName name = DomainName.of(HOST);
        IssueOptions elsewhere = IssueOptions.of(Csr.of(List.of(name), KeyType.P256.generate()));
        CertificateKeeperBuilder empty = CertificateKeeper.builder(ApiToken.of(world.sandbox.token()));

        assertThatThrownBy(() -> empty.inMemory().start())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("no certificate to keep");
        assertThatThrownBy(() -> empty.certificate(NAME, elsewhere))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("signing request");
        assertThatThrownBy(() -> empty.certificate(HOST).certificate(HOST))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("two certificates");
        assertThatThrownBy(() -> CertificateKeeper.builder(ApiToken.of(world.sandbox.token()))
                        .certificate(HOST)
                        .start())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("no place to keep certificates in");
    }
}

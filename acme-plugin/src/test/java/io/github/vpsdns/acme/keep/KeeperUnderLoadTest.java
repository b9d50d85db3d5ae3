// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.keep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.issue.IssueOptions;
import io.github.vpsdns.acme.jetty.ReloadingTarget;
import io.github.vpsdns.acme.jetty.SwitchingSslContextFactory;
import io.github.vpsdns.acme.renew.RenewalOutcome;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.testing.JettyServer;
import io.github.vpsdns.acme.testing.SwapLoad;
import io.github.vpsdns.acme.testing.SwapLoad.Sessions;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.api.ApiToken;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;

/** A Jetty server under constant new connections while its certificate is renewed ten times: order, proof, issuance, switch. */
class KeeperUnderLoadTest {
    private static final LineageName NAME = new LineageName("example.com");
    private static final IssueOptions OPTIONS =
            World.names("example.com", "*.example.com").withProfile("shortlived");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static World world() {
        return World.start(ca -> ca.profiles(Map.of("shortlived", Duration.ofDays(6))));
    }

    /** As patient as in real life: the clients leave little of the processor to the name servers and the CA. */
    private static CertificateKeeperBuilder keeper(World world) {
        return CertificateKeeper.builder(ApiToken.of(world.sandbox.token()))
                .apiUrl(world.sandbox.apiUrl())
                .nameServers(world.sandbox.nameServers())
                .certificate(NAME, OPTIONS)
                .server(world.server())
                .agreeToTerms()
                .inMemory();
    }

    private static X509Certificate shown(CertificateKeeper keeper) {
        return keeper.keyManager().get(NAME.value()).orElseThrow().certificate();
    }

    private static X509Certificate renewed(CertificateKeeper keeper) {
        assertThat(keeper.renewNow()).singleElement().isInstanceOf(RenewalOutcome.Renewed.class);
        return shown(keeper);
    }

    private static void load(int broken, World world, CertificateKeeper keeper, JettyServer server) {
        int connections = SwapLoad.run(
                broken,
                "www.example.com",
                server.port(),
                Sessions.FRESH,
                10,
                shown(keeper),
                () -> renewed(keeper),
                world.sandbox.acme().root());
        assertThat(connections).isGreaterThan(300);
        assertThat(world.sandbox.acme().certificates()).hasSize(11);
    }

    @Test
    void failsNoConnectionWithKeysThatSwitch() throws Exception {
        try (World world = world();
                CertificateKeeper keeper = keeper(world).start().awaitFirst(LIMIT);
                JettyServer server = JettyServer.start(new SwitchingSslContextFactory(keeper.keyManager()))) {
            load(0, world, keeper, server);
        }
    }

    @Test
    void breaksNoMoreThanAHandshakeAReloadOff() throws Exception {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        try (World world = world();
                CertificateKeeper keeper = keeper(world)
                        .target(new ReloadingTarget(factory))
                        .start()
                        .awaitFirst(LIMIT);
                JettyServer server = JettyServer.start(factory)) {
            load(10, world, keeper, server);
        }
    }
}

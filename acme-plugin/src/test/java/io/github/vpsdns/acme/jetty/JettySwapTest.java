// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.acme.testing.JettyServer;
import io.github.vpsdns.acme.testing.SwapLoad;
import io.github.vpsdns.acme.testing.SwapLoad.Sessions;
import io.github.vpsdns.acme.testing.TestAuthority;
import io.github.vpsdns.acme.tls.SwitchingKeyManager;
import io.github.vpsdns.acme.tls.TlsIdentity;
import io.github.vpsdns.acme.tls.TlsTarget;
import java.security.cert.X509Certificate;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten changes of the certificate while four clients connect all the time. */
class JettySwapTest {
    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final String HOST = "www.example.com";
    private static final int SWAPS = 10;

    private static X509Certificate put(TlsTarget target) {
        TlsIdentity identity = AUTHORITY.issue("example.com", "*.example.com");
        target.put("example.com", identity);
        return identity.certificate();
    }

    private static int load(
            int broken, JettyServer server, TlsTarget target, Sessions sessions, X509Certificate first) {
        return SwapLoad.run(broken, HOST, server.port(), sessions, SWAPS, first, () -> put(target), AUTHORITY.root());
    }

    @ParameterizedTest
    @EnumSource(Sessions.class)
    void failsNoConnectionWithKeysThatSwitch(Sessions sessions) throws Exception {
        SwitchingKeyManager keys = new SwitchingKeyManager();
        X509Certificate first = put(keys);
        try (JettyServer server = JettyServer.start(new SwitchingSslContextFactory(keys))) {
            assertThat(load(0, server, keys, sessions, first)).isGreaterThan(300);
        }
    }

    @ParameterizedTest
    @EnumSource(Sessions.class)
    void breaksNoMoreThanAHandshakeAReloadOff(Sessions sessions) throws Exception {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        ReloadingTarget target = new ReloadingTarget(factory);
        try (JettyServer server = JettyServer.start(factory)) {
            X509Certificate first = put(target);
            assertThat(load(SWAPS, server, target, sessions, first)).isGreaterThan(300);
        }
    }
}

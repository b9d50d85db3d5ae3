// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.dns.Dig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private static SandboxBuilder small() {
        return Sandbox.builder().withoutAcme().zone("example.com");
    }

    @Test
    void whatTheApiIsToldTheNameServerAnswersAtOnce() {
        try (Sandbox sandbox = small().start()) {
            String zone = sandbox.zones().find("example.com").orElseThrow().uuid();

            HttpResponse<String> created = new Http(sandbox)
                    .post(
                            "/dns-zones/" + zone + "/records/",
                            "{\"record_type\":\"TXT\",\"name\":\"_acme-challenge\",\"value\":\"abc\",\"ttl\":60}");

            assertThat(created.statusCode()).isEqualTo(201);
            assertThat(Dig.at(sandbox).values("_acme-challenge.example.com", "TXT"))
                    .containsExactly("abc");
        }
    }

    @Test
    void everythingListensOnLoopbackOnly() {
        try (Sandbox sandbox =
                Sandbox.builder().zone("example.com").nameServers(2).start()) {
            assertThat(sandbox.apiUrl().toString()).matches("http://127\\.0\\.0\\.1:\\d+/api/v1");
            assertThat(sandbox.acmeDirectory().getHost()).isIn("127.0.0.1", "localhost");
            assertThat(sandbox.nameServers())
                    .hasSize(2)
                    .allMatch(a -> a.getAddress().isLoopbackAddress());
        }
    }

    @Test
    void tokensBeginWithTheVendorsPrefix() {
        try (Sandbox sandbox = small().start()) {
            assertThat(sandbox.token()).startsWith("vps_");
            assertThat(sandbox.token("dns:list")).startsWith("vps_").isNotEqualTo(sandbox.token());
        }
    }

    @Test
    void permissionThatDoesNotExistIsRefusedWithThoseThatDo() {
        try (Sandbox sandbox = small().start()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sandbox.token("dns:write"))
                    .withMessageContaining("dns:list, dns:create, dns:update, dns:delete");
        }
    }

    @Test
    void partsThatWereLeftOutSaySo() {
        try (Sandbox sandbox = small().withoutDns().start()) {
            assertThat(sandbox.nameServers()).isEmpty();
            assertThatThrownBy(sandbox::dns).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(sandbox::acme).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void portsAreThoseAskedForAndFreeAgainAfterClosing() throws IOException {
        int port;
        InetSocketAddress dns;
        try (Sandbox first = small().start()) {
            port = first.apiUrl().getPort();
            dns = first.nameServers().get(0);
        }

        try (Sandbox second = small().apiPort(port).dnsPort(dns.getPort()).start()) {
            assertThat(second.apiUrl().getPort()).isEqualTo(port);
            assertThat(second.nameServers()).containsExactly(dns);
            assertThat(Dig.at(second).values("example.com", "NS")).isNotEmpty();
        }
    }

    @Test
    void portInUseIsAClearErrorAndLeavesNothingRunning() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> small().apiPort(taken.getLocalPort()).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void nameThatCannotBeAZoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.start("not a domain"))
                .withMessageContaining("'not a domain' cannot be a zone");
    }

    @Test
    void closingDoesNotWaitForDelayedCalls() throws Exception {
        Sandbox sandbox = small().start();
        sandbox.faults().add(Fault.delay(Duration.ofHours(1)));
        Http http = new Http(sandbox);
        CompletableFuture<Void> call = CompletableFuture.runAsync(() -> http.get("/dns-zones/"));
        await().until(() -> sandbox.faults().script().get(0).struck() == 1);

        sandbox.close();

        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
    }
}

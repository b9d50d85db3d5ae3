// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.bind.NamedServer;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The round trip of a check at two BIND9 servers, also when it is cut short. */
@NeedsPrograms({"named", "rndc"})
final class CheckIT {
    private static final Duration NEVER = Duration.ofMinutes(10);

    private final NamedServer first = NamedServer.start();
    private final NamedServer second = NamedServer.start();

    @TempDir
    private Path work;

    private Sandbox sandbox = sandbox(Duration.ZERO);

    @AfterEach
    void strike() {
        sandbox.close();
        second.close();
        first.close();
    }

    @Test
    void measuresWhenEachServerShowsAValueAndLeavesNone() {
        Vpsdns.Outcome outcome = vpsdns().run("check", "example.com", "www.example.com");

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("all 2 addresses answer for the zone")
                .contains("a value at _acme-challenge.example.com was seen at " + text(first) + " after ")
                .contains(", " + text(second) + " after ")
                .endsWith("no problems\n");
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void leavesAValueThatCleanupRemovesWhenItIsKilled() {
        Vpsdns vpsdns = laggingServer();
        Vpsdns.Running running = startedAndWaiting(vpsdns);

        running.kill();
        assertThat(sandbox.zones().records("example.com")).hasSize(1);
        Vpsdns.Outcome cleanup = vpsdns.run("acme", "cleanup");

        assertThat(cleanup.status()).as(cleanup.err()).isZero();
        assertThat(cleanup.out()).contains("left by an earlier run, goes", "removed 1 challenge value");
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void removesItsValueWhenItIsTerminated() {
        Vpsdns.Running running = startedAndWaiting(laggingServer());

        running.process().destroy();

        assertThat(running.await().status()).isEqualTo(143);
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    private Vpsdns laggingServer() {
        sandbox.close();
        sandbox = sandbox(NEVER);
        return vpsdns();
    }

    private Vpsdns.Running startedAndWaiting(Vpsdns vpsdns) {
        Vpsdns.Running running = vpsdns.start("check", "example.com");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !sandbox.zones().records("example.com").isEmpty());
        return running;
    }

    private Sandbox sandbox(Duration lag) {
        return Sandbox.builder()
                .withoutDns()
                .withoutAcme()
                .bind(first.target(), second.target().delayed(lag))
                .zone("example.com")
                .start();
    }

    private Vpsdns vpsdns() {
        return new Vpsdns(work)
                .with("VPS_API_URL", sandbox.apiUrl().toString())
                .with("VPS_API_TOKEN", sandbox.token())
                .with("VPSDNS_NAMESERVERS", text(first) + "," + text(second))
                .with("VPSDNS_ACME_DIR", work.resolve("acme").toString());
    }

    private static String text(NamedServer server) {
        InetSocketAddress address = server.address();
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}

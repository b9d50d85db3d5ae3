// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The agent as its own process in a network of its own: what {@code ip} changes at an interface is what BIND9 answers, and the API
 * gets no call too many. The agent looks every 2 seconds, as it does unless told otherwise.
 */
@NeedsPrograms({"unshare", "nsenter", "ip", "named", "rndc", "dig"})
final class NamespaceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HOME = "home.example.com";
    private static final String NAS = "nas.example.com";
    private static final String LEASE = " dev eth0 nodad valid_lft 600 preferred_lft 300";
    private static final String OUTDATED = " dev eth0 valid_lft 600 preferred_lft 0";

    @TempDir
    private Path work;

    private NamespaceStage stage;
    private Vpsdns.Running agent;

    @BeforeEach
    void set() throws IOException {
        stage = new NamespaceStage();
        Files.writeString(work.resolve("ddns.yaml"), """
                state: %s
                addresses:
                  ipv4: { sources: ["interface:eth0"] }
                  ipv6: { sources: ["interface:eth0"] }
                records:
                  - name: home.example.com
                  - name: nas.example.com
                    families: [ipv6]
                    ipv6-host: "::1:2:3:4"
                    prefix-length: 64
                """.formatted(work.resolve("ddns.json")));
    }

    @AfterEach
    void strike() {
        if (agent != null) {
            agent.process().destroy();
            agent.await();
        }
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void createsTheRecordsAtTheFirstStartByOneListingEach() {
        stage.ip("addr add 192.0.2.5/24 dev eth0", "addr add 2001:db8:1::5/64" + LEASE);

        start();

        expect(HOME, "A", "192.0.2.5");
        expect(HOME, "AAAA", "2001:db8:1::5");
        expect(NAS, "AAAA", "2001:db8:1:0:1:2:3:4");
        assertThat(stage.calls()).isEqualTo("{GET=2, POST=3}");
    }

    @Test
    void followsAnAddressThatIsAdded() {
        stage.ip("addr add 192.0.2.5/24 dev eth0");
        start();
        expect(HOME, "A", "192.0.2.5");
        stage.calls();

        change("address added", () -> stage.ip("addr add 2001:db8:1::5/64" + LEASE), HOME, "AAAA", "2001:db8:1::5");

        expect(NAS, "AAAA", "2001:db8:1:0:1:2:3:4");
        assertThat(stage.calls()).isEqualTo("{POST=2}");
    }

    @Test
    void followsAnIpv4AddressThatIsChangedByOneCall() {
        published();

        change(
                "IPv4 address changed",
                () -> stage.ip("addr del 192.0.2.5/24 dev eth0", "addr add 192.0.2.6/24 dev eth0"),
                HOME,
                "A",
                "192.0.2.6");

        assertThat(stage.calls()).isEqualTo("{PATCH=1}");
    }

    @Test
    void followsTheHostPartOfThisMachineAndLeavesTheOther() {
        published();

        change(
                "host part changed",
                () -> stage.ip("addr add 2001:db8:1::6/64" + LEASE, "addr change 2001:db8:1::5/64" + OUTDATED),
                HOME,
                "AAAA",
                "2001:db8:1::6");

        assertThat(stage.dig(NAS, "AAAA")).isEqualTo("2001:db8:1:0:1:2:3:4");
        assertThat(stage.calls()).isEqualTo("{PATCH=1}");
    }

    @Test
    void followsThePrefixWhereTheNetworkIsRenumbered() {
        published();

        change(
                "network renumbered",
                () -> stage.ip("addr change 2001:db8:1::5/64" + OUTDATED, "addr add 2001:db8:a::5/64" + LEASE),
                HOME,
                "AAAA",
                "2001:db8:a::5");

        expect(NAS, "AAAA", "2001:db8:a:0:1:2:3:4");
        assertThat(stage.calls()).isEqualTo("{PATCH=2}");
    }

    @Test
    void leavesTheRecordsWhereAnAddressIsDeprecatedThenRemoved() {
        published();

        stage.ip("addr change 2001:db8:1::5/64" + OUTDATED);
        await().atMost(PATIENCE).until(() -> said("1 deprecated"));
        stage.ip("addr del 2001:db8:1::5/64 dev eth0");
        // The next change is seen after that, so what was to become of it has become.
        stage.ip("addr del 192.0.2.5/24 dev eth0", "addr add 192.0.2.6/24 dev eth0");
        await().atMost(PATIENCE).until(() -> stage.dig(HOME, "A").equals("192.0.2.6"));

        assertThat(stage.dig(HOME, "AAAA")).isEqualTo("2001:db8:1::5");
        assertThat(stage.dig(NAS, "AAAA")).isEqualTo("2001:db8:1:0:1:2:3:4");
        assertThat(stage.calls()).isEqualTo("{PATCH=1}");
    }

    @Test
    void waitsForTheNetworkWhereItIsNotUpYet() {
        start();
        await().atMost(PATIENCE).until(() -> said("eth0 has no IPv4 address"));

        stage.ip("addr add 192.0.2.5/24 dev eth0");

        expect(HOME, "A", "192.0.2.5");
    }

    private void published() {
        stage.ip("addr add 192.0.2.5/24 dev eth0", "addr add 2001:db8:1::5/64" + LEASE);
        start();
        expect(HOME, "A", "192.0.2.5");
        expect(HOME, "AAAA", "2001:db8:1::5");
        expect(NAS, "AAAA", "2001:db8:1:0:1:2:3:4");
        stage.calls();
    }

    private void start() {
        agent = stage.vpsdns(work)
                .start("ddns", "run", "--config", work.resolve("ddns.yaml").toString());
    }

    private void expect(String name, String type, String values) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stage.dig(name, type).equals(values));
    }

    private void change(String what, Runnable change, String name, String type, String values) {
        long start = System.nanoTime();
        change.run();
        expect(name, type, values);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println(what + ": answered after " + millis + " ms");
    }

    private boolean said(String words) throws IOException {
        return Files.readString(agent.err()).contains(words);
    }
}

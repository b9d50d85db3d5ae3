// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.cli.ddns.config.DdnsConfiguration;
import io.github.vpsdns.cli.testing.Run;
import io.github.vpsdns.cli.testing.SandboxRuns;
import io.github.vpsdns.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent's configurations: read as they are, and carried out with addresses that are told in place of found. */
final class AgentExamplesTest {
    private static final String V4 = "static:192.0.2.1";
    private static final String V6 = "static:2001:db8:1:200::1";

    @TempDir
    private Path work;

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().withoutAcme().zone("example.com").start();
        Example.write(work.resolve("token"), sandbox.token());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "laptop", "network", "server"})
    void isAConfigurationAsItStands(String name) {
        DdnsConfiguration read = DdnsConfiguration.read(Example.path("agent/" + name + ".yaml"));

        assertThat(read.agent().records()).isNotEmpty();
        assertThat(read.api().tokenFile()).isNotNull();
    }

    @Test
    void homeHasTheAddressThatTwoTell() {
        once(example("home")
                .with(
                        "[upnp, dns:cloudflare, \"https://api.ipify.org/\"]",
                        "[\"static:192.0.2.9\", \"" + V4 + "\", \"file:ipv4\"]")
                .with("ipv6: interface", "ipv6: \"" + V6 + "\""));

        assertThat(published()).containsExactly("home A 192.0.2.1 60", "home AAAA 2001:db8:1:200::1 60");
    }

    @Test
    void aServerHasBothFamiliesButForMail() {
        once(example("server")
                .with("ipv4: \"interface:eth0\"", "ipv4: \"" + V4 + "\"")
                .with("ipv6: \"interface:eth0\"", "ipv6: \"" + V6 + "\""));

        assertThat(published())
                .containsExactly("mail A 192.0.2.1 3600", "www A 192.0.2.1 60", "www AAAA 2001:db8:1:200::1 60");
    }

    @Test
    void allMachinesOfANetworkFollowItsPrefix() {
        once(example("network").with("ipv6: interface", "ipv6: \"" + V6 + "\""));

        assertThat(published())
                .containsExactly(
                        "camera AAAA 2001:db8:1:202::5 60",
                        "gate AAAA 2001:db8:1:200::1 60",
                        "nas AAAA 2001:db8:1:200:211:32ff:fe12:3456 60",
                        "printer AAAA 2001:db8:1:200:21e:8fff:fe65:4321 60");
    }

    @Test
    void aLaptopHasItsPrivateAddressesAndIsTakenOutAgain() {
        Example adapted = Example.of("agent/laptop.yaml")
                .with(".vps-api-token", "token")
                .with("ipv4: { sources: interface", "ipv4: { sources: \"static:10.1.2.3\"")
                .with("ipv6: { sources: interface", "ipv6: { sources: \"static:fd00::3\"");

        once(adapted);

        assertThat(published()).containsExactly("laptop A 10.1.2.3 60", "laptop AAAA fd00::3 60");

        once(adapted, "--withdraw");

        assertThat(published()).isEmpty();
    }

    private Example example(String name) {
        return Example.of("agent/" + name + ".yaml").with("/etc/vpsdns/token", "token");
    }

    private void once(Example example, String... more) {
        Example.write(work.resolve("ipv4"), "192.0.2.1\n");
        String config = example.writeTo(work.resolve("ddns.yaml")).toString();
        List<String> line = new ArrayList<>(List.of("ddns", "once", "--config", config));
        line.addAll(List.of(more));

        Run run = SandboxRuns.dns(sandbox)
                .without("VPS_API_TOKEN")
                .with("STATE_DIRECTORY", work.toString())
                .run(line.toArray(String[]::new));

        assertThat(run.status()).as(run.out() + run.err()).isZero();
    }

    private List<String> published() {
        return sandbox.zones().records("example.com").stream()
                .map(record -> record.name() + " " + record.type() + " " + record.value() + " " + record.ttl())
                .sorted()
                .toList();
    }
}

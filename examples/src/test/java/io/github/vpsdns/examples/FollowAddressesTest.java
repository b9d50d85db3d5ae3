// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.agent.Agent;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@VpsDnsSandbox(zones = "example.com")
final class FollowAddressesTest {
    @TempDir
    private Path directory;

    @Test
    void publishesTheAddressAndEachChangeOfIt(Sandbox sandbox) throws Exception {
        Path address = Files.writeString(directory.resolve("address"), "192.0.2.1\n");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        AuthoritativeDns dns =
                AuthoritativeDns.builder().nameServers(sandbox.nameServers()).build();
        try (VpsDnsClient client = VpsDnsClient.builder()
                        .apiUrl(sandbox.apiUrl())
                        .token(ApiToken.of(sandbox.token()))
                        .build();
                MemoryFile memory = MemoryFile.open(directory.resolve("memory.json"), Timekeeper.system());
                PrintStream out = new PrintStream(told, true, UTF_8);
                Agent agent = FollowAddresses.start(client, dns, memory, "file:" + address, "home.example.com", out)) {
            awaitRecord(sandbox, "192.0.2.1");

            Files.writeString(address, "192.0.2.2\n");

            awaitRecord(sandbox, "192.0.2.2");
            await().untilAsserted(() -> assertThat(told.toString(UTF_8))
                    .contains("home.example.com: [] -> [/192.0.2.1]")
                    .contains("home.example.com: [/192.0.2.1] -> [/192.0.2.2]"));
            assertThat(agent.status().records()).hasSize(1);
        }
    }

    private static void awaitRecord(Sandbox sandbox, String value) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(sandbox.zones().records("example.com"))
                        .extracting(SandboxRecord::value)
                        .containsExactly(value));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.dns.Dig;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

@NeedsPrograms({"named", "rndc"})
class NamedServerTest {
    @Test
    void bindServesTheZonesTheSandboxStartedWith() {
        try (NamedServer named = NamedServer.start();
                Sandbox sandbox = Sandbox.builder()
                        .withoutDns()
                        .bind(named.target())
                        .zone("example.com")
                        .start()) {
            Message answer = Dig.at(sandbox).ask("example.com", "SOA");

            assertThat(answer.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(answer.getHeader().getFlag(Flags.AA)).isTrue();
        }
    }

    @Test
    void bindFollowsEachChangeHoweverQuickly() {
        try (NamedServer named = NamedServer.start();
                Sandbox sandbox = Sandbox.builder()
                        .withoutDns()
                        .bind(named.target())
                        .zone("example.com")
                        .start()) {
            Dig dig = new Dig(named.address());
            for (int i = 0; i < 10; i++) {
                String value = "round " + i;
                SandboxRecord added = sandbox.zones().add("example.com", "x", "TXT", value);
                await().pollInterval(Duration.ofMillis(5))
                        .untilAsserted(() ->
                                assertThat(dig.values("x.example.com", "TXT")).containsExactly("\"" + value + "\""));
                sandbox.zones().remove("example.com", added.uuid());
                await().pollInterval(Duration.ofMillis(5))
                        .untilAsserted(
                                () -> assertThat(dig.ask("x.example.com", "TXT").getRcode())
                                        .isEqualTo(Rcode.NXDOMAIN));
            }
        }
    }

    @Test
    void bindLearnsOfNewZonesAndForgetsDeletedOnes() {
        try (NamedServer named = NamedServer.start();
                Sandbox sandbox =
                        Sandbox.builder().withoutDns().bind(named.target()).start()) {
            Dig dig = new Dig(named.address());
            assertThat(dig.ask("example.org", "SOA").getRcode()).isEqualTo(Rcode.REFUSED);

            sandbox.zones().create("example.org");
            await().until(() -> dig.ask("example.org", "SOA").getRcode() == Rcode.NOERROR);

            sandbox.zones().delete("example.org");
            await().until(() -> dig.ask("example.org", "SOA").getRcode() == Rcode.REFUSED);
        }
    }

    @Test
    void slowTargetGetsAChangeAfterTheFastOne() {
        try (NamedServer fast = NamedServer.start();
                NamedServer slow = NamedServer.start();
                Sandbox sandbox = Sandbox.builder()
                        .withoutDns()
                        .bind(fast.target(), slow.target().delayed(Duration.ofHours(1)))
                        .zone("example.com")
                        .start()) {
            sandbox.zones().add("example.com", "x", "A", "192.0.2.1");
            await().until(() ->
                    !new Dig(fast.address()).values("x.example.com", "A").isEmpty());
            assertThat(new Dig(slow.address()).ask("x.example.com", "A").getRcode())
                    .isEqualTo(Rcode.NXDOMAIN);

            sandbox.bind().delay(2, Duration.ZERO);

            await().until(() ->
                    !new Dig(slow.address()).values("x.example.com", "A").isEmpty());
        }
    }

    @Test
    void closingEndsTheProcessAndRemovesItsFiles() {
        NamedServer named = NamedServer.start();
        Path zones = named.target().directory();
        assertThat(zones).isDirectory();

        named.close();

        assertThat(Files.exists(zones.getParent())).isFalse();
    }
}

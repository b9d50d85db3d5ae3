// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systems without proc(5). */
final class HostNetworksTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeLinks links = new FakeLinks();
    private final InterfaceSource all =
            new InterfaceSource(new SourceSpec.Interface(""), () -> new PlainNetwork(links));
    private final InterfaceSource en0 =
            new InterfaceSource(new SourceSpec.Interface("en0"), () -> new PlainNetwork(links));

    @Test
    void asksJavaAloneWhereThereIsNoProc(@TempDir Path nothing) {
        assertThat(HostNetworks.at(nothing).get()).isInstanceOf(PlainNetwork.class);
    }

    @Test
    void takesAllInterfacesThatAreUpAndNotLoopback() {
        links.has("lo", "203.0.113.9", "::1")
                .has("en0", "fe80::1", "2001:db8::1")
                .has("en1", "2001:db8::2")
                .has("en2", "fd00::1")
                .down("en1");

        assertThat(all.read(Family.IPV6, SECOND))
                .containsExactly(Family.IPV6.parse("2001:db8::1"), Family.IPV6.parse("fd00::1"));
    }

    @Test
    void saysWhatThereIsInstead() {
        links.has("lo", "::1").has("en0", "fe80::1");

        assertThatThrownBy(() -> all.read(Family.IPV6, SECOND))
                .isInstanceOf(SourceException.class)
                .hasMessage("this host has no IPv6 address to publish: 1 link-local");
    }

    @Test
    void namesTheInterfacesThatAreThere() {
        links.has("lo", "::1").has("en1", "2001:db8::2");

        assertThatThrownBy(() -> en0.read(Family.IPV6, SECOND))
                .hasMessage("there is no network interface 'en0'; there are en1, lo");
    }
}

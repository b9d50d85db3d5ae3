// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole protocol against a real router's daemon. Its address in the closed network is one of the internet, because miniupnpd
 * tells no address of examples.
 */
@NeedsPrograms({"ip", "miniupnpd"})
class MiniupnpdTest {
    private static final String ADDRESS = "45.0.0.7";
    private static final String OTHER = "45.0.0.8";

    @TempDir
    Path directory;

    private HomeNetwork network;
    private Host host;

    @BeforeEach
    void plugIn() {
        network = HomeNetwork.open(directory, ADDRESS);
        network.startMiniupnpd();
        await().until(() -> network.routerLog().contains("HTTP listening on port"));
        host = new Host(network.startOnHost(Host.class));
    }

    @AfterEach
    void unplug() {
        if (network != null) {
            network.close();
        }
    }

    @Test
    void findsTheRouterAndItsAddress() {
        assertThat(host.read(Family.IPV4)).isEqualTo(ADDRESS);
    }

    @Test
    void seesThatTheAddressChangedWithOneRequestAndNoSearch() {
        host.read(Family.IPV4);
        long searches = searches();
        network.changeWanAddress(ADDRESS, OTHER);

        assertThat(host.read(Family.IPV4)).isEqualTo(OTHER);

        assertThat(searches()).isEqualTo(searches).isPositive();
    }

    @Test
    void saysThatTheRouterHasNoAddressWhereAnotherRouterIsBeforeIt() {
        network.changeWanAddress(ADDRESS, "192.168.99.7");

        assertThat(host.read(Family.IPV4)).contains("192.168.77.1 has no external IPv4 address now, or a private one");
    }

    @Test
    void saysThatTheRouterDoesNotTellItsIpv6Address() {
        assertThat(host.read(Family.IPV6)).contains("does not tell its IPv6 address by UPnP (UPnP error 401");
    }

    private long searches() {
        return network.routerLog()
                .lines()
                .filter(line -> line.contains("SSDP M-SEARCH from"))
                .count();
    }

    /** The host of the network, a process of its own, with one source for its life. */
    static final class Host {
        private final BufferedWriter to;
        private final BufferedReader from;

        Host(Process process) {
            to = process.outputWriter(StandardCharsets.UTF_8);
            from = process.inputReader(StandardCharsets.UTF_8);
        }

        /** Returns the address, or why there is none. */
        String read(Family family) {
            try {
                to.write(family.name() + "\n");
                to.flush();
                return String.valueOf(from.readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public static void main(String[] arguments) throws IOException {
            UpnpSource source = new UpnpSource(new SourceSpec.Upnp());
            BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String family = questions.readLine(); family != null; family = questions.readLine()) {
                System.out.println(answer(source, Family.valueOf(family)));
            }
        }

        private static String answer(UpnpSource source, Family family) {
            try {
                return Family.text(source.read(family, Duration.ofSeconds(10)).get(0));
            } catch (SourceException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }
}

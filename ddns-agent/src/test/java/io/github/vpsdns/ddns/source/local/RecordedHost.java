// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The tables of a Linux kernel, as recorded in a network namespace or as a test writes them, in a directory.
 *
 * <p>{@code server}: eth0 with one address of each kind, wlan0 with an index of six digits, a bridge of containers; the default
 * routes of eth0 have the lower metric, an unreachable one the lowest. {@code router}: wan0 with no IPv6 but a link-local address,
 * and an IPv6 default route for one source prefix; lan0 with its prefix.
 */
record RecordedHost(Path net, FakeLinks links) {
    static RecordedHost named(String name) {
        try {
            return new RecordedHost(
                    Path.of(RecordedHost.class.getResource("/hosts/" + name).toURI()), new FakeLinks());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    RecordedHost table(String name, String... lines) {
        try {
            Files.write(net.resolve(name), List.of(lines));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> read(String interfaceName, Family family) {
        return new InterfaceSource(
                        new SourceSpec.Interface(interfaceName), () -> new ProcNetwork(ProcTables.in(net), () -> links))
                .read(family, Duration.ofSeconds(1)).stream().map(Family::text).toList();
    }

    LocalAddresses.Attachment attachment() {
        return new LocalAddresses(() -> new ProcNetwork(ProcTables.in(net), () -> links)).read();
    }
}

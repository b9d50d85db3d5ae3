// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The addresses of a network interface, or of those that lead to the default route.
 *
 * <p>Left out are link-local, loopback and multicast addresses, and of IPv6 on Linux also temporary (RFC 8981), deprecated,
 * tentative and duplicate ones (RFC 4862). The rest is sorted: first what can be reached from everywhere; then IPv4 as the kernel
 * has it, which is secondary addresses last, and IPv6 as ddclient does, which is permanent ones first, then the longest prefix,
 * then the shortest text.
 *
 * <p>Without a name, the interfaces of the default route with the lowest metric count. Where these have no address but
 * link-local ones, or no default route is to be seen, the public addresses of all interfaces do. An interface that is down or has
 * no carrier counts for nothing.
 *
 * <p>On other systems than Linux, Java tells neither routes nor temporary addresses: all interfaces count that are up, and
 * temporary addresses too, which is logged once.
 *
 * <p>A reading takes a fraction of a millisecond, does not wait for anything and cannot be interrupted. Thread-safe.
 */
public final class InterfaceSource implements AddressSource {
    private final SourceSpec.Interface spec;
    private final Supplier<HostNetwork> host;

    /**
     * Creates the source; reads nothing yet.
     *
     * @param spec which interface
     */
    public InterfaceSource(SourceSpec.Interface spec) {
        this(spec, HostNetworks.ofThisHost());
    }

    InterfaceSource(SourceSpec.Interface spec, Supplier<HostNetwork> host) {
        this.spec = spec;
        this.host = host;
    }

    @Override
    public SourceSpec spec() {
        return spec;
    }

    /**
     * {@inheritDoc}
     *
     * @throws SourceException if the interface is not there, is down or has nothing to publish, with what it has instead; or if
     *     the operating system's tables cannot be read
     */
    @Override
    public List<InetAddress> read(Family family, Duration limit) {
        Choice choice = Choice.on(host.get(), family);
        return spec.name().isEmpty() ? choice.ofWayOut() : choice.ofInterface(spec.name());
    }
}

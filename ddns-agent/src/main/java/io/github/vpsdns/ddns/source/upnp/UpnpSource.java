// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The external address of the network's router, asked by UPnP.
 *
 * <p>The first reading searches for a router, which takes up to three seconds; later ones are one request to the router that was
 * found, until it fails or does not lead to the default route any more. The IPv6 address is the router's own as well, and only FRITZ!Box routers tell it. What the router says is
 * returned as it is: a private address means that there is another router between it and the world.
 *
 * <p>Thread-safe; readings at the same time share one search.
 */
public final class UpnpSource implements AddressSource {
    private final SourceSpec.Upnp spec;
    private final Supplier<Surroundings> surroundings;
    private final ReentrantLock searching = new ReentrantLock();
    private final Map<Family, Gateway> found = new ConcurrentHashMap<>();

    /**
     * Creates the source.
     *
     * @param spec its name
     */
    public UpnpSource(SourceSpec.Upnp spec) {
        this(spec, Surroundings::look);
    }

    UpnpSource(SourceSpec.Upnp spec, Supplier<Surroundings> surroundings) {
        this.spec = spec;
        this.surroundings = surroundings;
    }

    @Override
    public SourceSpec spec() {
        return spec;
    }

    @Override
    public List<InetAddress> read(Family family, Duration limit) {
        Deadline deadline = Deadline.after(limit, Timekeeper.system());
        try {
            return List.of(read(family, deadline));
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("asking the router by UPnP", e);
        } catch (IOException e) {
            throw new SourceException("upnp: " + e.getMessage(), e);
        }
    }

    private InetAddress read(Family family, Deadline deadline) throws IOException, InterruptedException {
        InetAddress known = askKnown(family, deadline);
        if (known != null) {
            return known;
        }
        if (!searching.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("no router was found in time");
        }
        try {
            // Whoever searched meanwhile may have found one.
            InetAddress sinceKnown = askKnown(family, deadline);
            return sinceKnown != null ? sinceKnown : search(family, deadline);
        } finally {
            searching.unlock();
        }
    }

    /** Returns null where there is no known gateway, or not any more. */
    private @Nullable InetAddress askKnown(Family family, Deadline deadline) throws IOException, InterruptedException {
        Gateway gateway = found.get(family);
        if (gateway == null) {
            return null;
        }
        if (!surroundings.get().isLasting(gateway.host())) {
            found.remove(family, gateway);
            return null;
        }
        try {
            return gateway.address(family, deadline);
        } catch (RefusalException e) {
            // A router without an address may be on its other kind of connection now: the next reading searches.
            if (e.lastingOf().isEmpty()) {
                found.remove(family, gateway);
            }
            throw e;
        } catch (IOException e) {
            found.remove(family, gateway);
            return null;
        }
    }

    private InetAddress search(Family family, Deadline deadline) throws IOException, InterruptedException {
        Surroundings now = surroundings.get();
        try {
            GatewaySearch.Result result = new GatewaySearch(now, family).run(deadline);
            remember(family, result.gateway(), now);
            return result.address();
        } catch (RefusalException e) {
            e.lastingOf().ifPresent(gateway -> remember(family, gateway, now));
            throw e;
        }
    }

    /** Another machine than the default route's was only believed because that one was silent, which it may not be next time. */
    private void remember(Family family, Gateway gateway, Surroundings now) {
        if (now.isLasting(gateway.host())) {
            found.put(family, gateway);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this host's network is read. */
final class HostNetworks {
    private static final Logger log = LoggerFactory.getLogger(HostNetworks.class);

    /** Of this process itself: there in every container, and where a service sees nothing of /proc but its own part. */
    private static final Path NET = Path.of("/proc/self/net");

    private HostNetworks() {}

    /** Gives a new moment of this host's network at each call. */
    static Supplier<HostNetwork> ofThisHost() {
        return ThisHost.NETWORK;
    }

    static Supplier<HostNetwork> at(Path net) {
        if (Files.exists(net.resolve("dev"))) {
            ProcTables tables = ProcTables.in(net);
            return () -> new ProcNetwork(tables, JavaLinks::new);
        }
        log.warn(
                "{} is not there: IPv6 addresses that are temporary or deprecated cannot be told from others, and"
                        + " neither can the interface of the default route",
                net);
        return () -> new PlainNetwork(new JavaLinks());
    }

    /** Initialized, and thus told of, once a process. */
    private static final class ThisHost {
        static final Supplier<HostNetwork> NETWORK = at(NET);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One question to many servers in parallel. */
final class Lookup {
    private Lookup() {}

    /** Returns what each server said, in the order given. */
    static Map<NameServer, Reply> ask(Question question, List<NameServer> servers, Duration limit)
            throws InterruptedException {
        try (Exchanger<NameServer> io = new Exchanger<>(limit)) {
            servers.forEach(server -> io.ask(server, server.address(), question));
            Map<NameServer, Reply> heard = io.finish();
            Map<NameServer, Reply> ordered = new LinkedHashMap<>();
            servers.forEach(server -> ordered.put(server, Objects.requireNonNull(heard.get(server))));
            return ordered;
        }
    }
}

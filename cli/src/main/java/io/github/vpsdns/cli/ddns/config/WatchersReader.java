// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.config;

import io.github.vpsdns.cli.base.HostPort;
import io.github.vpsdns.cli.config.NoticesReader;
import io.github.vpsdns.cli.config.Surroundings;
import io.github.vpsdns.cli.yaml.Scalar;
import io.github.vpsdns.cli.yaml.YamlMap;
import java.net.InetSocketAddress;

/** Reads who is told how the agent gets on. */
final class WatchersReader {
    private static final Scalar<InetSocketAddress> LISTEN = Scalar.text(
                    300, "PORT or HOST:PORT, such as 127.0.0.1:9245")
            .orNumber()
            .to(text -> Surroundings.told(where -> HostPort.listen(text, where)));

    private final NoticesReader notices;

    WatchersReader(Surroundings surroundings) {
        this.notices = new NoticesReader(surroundings);
    }

    Watchers read(YamlMap top) {
        return new Watchers(top.read("listen", LISTEN).orElse(null), notices.read(top));
    }
}

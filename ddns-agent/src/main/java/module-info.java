// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** An agent that keeps A and AAAA records equal to the host's addresses: begin at {@link io.github.vpsdns.ddns.agent}. */
@NullMarked
module io.github.vpsdns.ddns {
    requires static transitive org.jspecify;
    requires transitive io.github.vpsdns.core;
    requires java.xml;
    requires okhttp3;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports io.github.vpsdns.ddns.agent;
    exports io.github.vpsdns.ddns.detect;
    exports io.github.vpsdns.ddns.memory;
    exports io.github.vpsdns.ddns.report;
    exports io.github.vpsdns.ddns.settings;
    exports io.github.vpsdns.ddns.source;
}

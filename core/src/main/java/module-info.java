// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** Client library of the VPS.org DNS REST API: begin at {@link io.github.vpsdns.core}. */
@NullMarked
@SuppressWarnings("module") // The modules named below are built after this one.
module io.github.vpsdns.core {
    requires static transitive org.jspecify;
    requires okhttp3;
    requires org.dnsjava;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports io.github.vpsdns.core;
    exports io.github.vpsdns.core.address;
    exports io.github.vpsdns.core.api;
    exports io.github.vpsdns.core.dns;
    exports io.github.vpsdns.core.edit;
    exports io.github.vpsdns.core.edit.zone;
    exports io.github.vpsdns.core.error;
    exports io.github.vpsdns.core.name;
    exports io.github.vpsdns.core.pace;
    exports io.github.vpsdns.core.record;
    exports io.github.vpsdns.core.time;
    exports io.github.vpsdns.core.zone;
    exports io.github.vpsdns.core.zonefile;

    // What the other libraries of this project share. Not API: any release may change it.
    exports io.github.vpsdns.core.command to
            io.github.vpsdns.acme,
            io.github.vpsdns.ddns;
    exports io.github.vpsdns.core.concurrent to
            io.github.vpsdns.acme,
            io.github.vpsdns.webhook;
    exports io.github.vpsdns.core.fault to
            io.github.vpsdns.acme,
            io.github.vpsdns.ddns,
            io.github.vpsdns.webhook;
    exports io.github.vpsdns.core.file to
            io.github.vpsdns.acme,
            io.github.vpsdns.ddns,
            io.github.vpsdns.webhook;
    exports io.github.vpsdns.core.http to
            io.github.vpsdns.ddns;
    exports io.github.vpsdns.core.json to
            io.github.vpsdns.ddns,
            io.github.vpsdns.webhook;
    exports io.github.vpsdns.core.loop to
            io.github.vpsdns.ddns,
            io.github.vpsdns.webhook;
}

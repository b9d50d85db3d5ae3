// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * A server that takes updates from routers and challenges from other ACME clients: begin at {@link
 * io.github.vpsdns.webhook.server.WebhookServer}.
 */
@NullMarked
module io.github.vpsdns.webhook {
    requires static transitive org.jspecify;
    requires transitive io.github.vpsdns.acme;
    requires transitive io.github.vpsdns.core;
    requires java.sql;
    requires org.bouncycastle.provider;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.io;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports io.github.vpsdns.webhook.exchange;
    exports io.github.vpsdns.webhook.password;
    exports io.github.vpsdns.webhook.report;
    exports io.github.vpsdns.webhook.server;
    exports io.github.vpsdns.webhook.settings;
    exports io.github.vpsdns.webhook.store;
    exports io.github.vpsdns.webhook.store.sql;
}

// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * Certificates by ACME (RFC 8555) and DNS-01 for names in zones at VPS.org: begin at {@link io.github.vpsdns.acme.dns01} with acme4j code of
 * your own, else at {@link io.github.vpsdns.acme.keep}.
 */
@NullMarked
module io.github.vpsdns.acme {
    requires static transitive org.jspecify;
    // For io.github.vpsdns.acme.jetty alone; whoever uses that has it and requires it.
    requires static org.eclipse.jetty.util;
    requires transitive io.github.vpsdns.core;
    requires transitive org.shredzone.acme4j;
    requires java.naming;
    requires java.net.http;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.util;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports io.github.vpsdns.acme.account;
    exports io.github.vpsdns.acme.ca;
    exports io.github.vpsdns.acme.caa;
    exports io.github.vpsdns.acme.check;
    exports io.github.vpsdns.acme.delegation;
    exports io.github.vpsdns.acme.dns01;
    exports io.github.vpsdns.acme.hook;
    exports io.github.vpsdns.acme.issue;
    exports io.github.vpsdns.acme.jetty;
    exports io.github.vpsdns.acme.journal;
    exports io.github.vpsdns.acme.keep;
    exports io.github.vpsdns.acme.migrate;
    exports io.github.vpsdns.acme.pem;
    exports io.github.vpsdns.acme.persist;
    exports io.github.vpsdns.acme.renew;
    exports io.github.vpsdns.acme.revoke;
    exports io.github.vpsdns.acme.schedule;
    exports io.github.vpsdns.acme.store;
    exports io.github.vpsdns.acme.sweep;
    exports io.github.vpsdns.acme.tls;
}

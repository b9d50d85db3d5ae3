// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** A VPS.org to test against, in one process: begin at {@link io.github.vpsdns.sandbox.Sandbox}. */
@NullMarked
@SuppressWarnings("requires-automatic") // jose4j has only the name of a module.
module io.github.vpsdns.sandbox {
    requires static transitive org.jspecify;
    // For io.github.vpsdns.sandbox.junit alone; tests have it.
    requires static org.junit.jupiter.api;
    requires jdk.httpserver;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.dnsjava;
    requires org.jose4j;
    requires org.slf4j;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports io.github.vpsdns.sandbox;
    exports io.github.vpsdns.sandbox.acme;
    exports io.github.vpsdns.sandbox.acme.control;
    exports io.github.vpsdns.sandbox.acme.model;
    exports io.github.vpsdns.sandbox.bind;
    exports io.github.vpsdns.sandbox.control;
    exports io.github.vpsdns.sandbox.dns;
    exports io.github.vpsdns.sandbox.junit;
    exports io.github.vpsdns.sandbox.peer;
    exports io.github.vpsdns.sandbox.state;

    opens io.github.vpsdns.sandbox.junit to
            org.junit.platform.commons;
}

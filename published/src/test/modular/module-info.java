// SPDX-License-Identifier: Apache-2.0
/** A program of somebody else's. */
module com.example.modular {
    requires io.github.vpsdns.acme;
    requires io.github.vpsdns.ddns;
    requires io.github.vpsdns.sandbox;
    requires io.github.vpsdns.webhook;
    requires java.net.http;
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.exchange.Headers;

/**
 * Which HTTP status carries an answer to which client. Read in the sources of the clients; whoever is not listed is answered like the
 * most.
 */
enum ClientQuirks {
    /**
     * The status is 200 whatever the body says.
     *
     * <p>ddclient throws the body of any other status away and takes all hosts for failed. wget, as OpenWrt's ddns-scripts call it, takes any other for a broken line and comes again each minute for ever. MikroTik's
     * {@code fetch} stops the script that called it. pfSense does not look at the status, Synology and FRITZ!Box expect 200.
     */
    READS_BODY(""),

    /**
     * The status tells success from failure.
     *
     * <p>OPNsense's own client takes any 2xx for success and keeps the rest of the answer for show only: after a {@code nohost} with
     * 200 it would not come again before its address changes.
     */
    READS_STATUS("OPNsense-dyndns");

    /** How the agent of those clients begins. */
    private final String agent;

    ClientQuirks(String agent) {
        this.agent = agent;
    }

    static ClientQuirks of(Headers headers) {
        String agent = headers.first("User-Agent").orElse("");
        return agent.startsWith(READS_STATUS.agent) ? READS_STATUS : READS_BODY;
    }

    int status(ReturnCode worst) {
        return this == READS_STATUS ? worst.status() : ReturnCode.GOOD.status();
    }
}

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
     * <p>ddclient throws the body of any other status away and takes all hosts for failed. wget,
     * as OpenWrt's ddns-scripts call it, takes any other for a broken line and comes again each minute for ever. MikroTik's {@code fetch}
     * stops the script that called it. pfSense does not look at the status, Synology and FRITZ!Box expect 200.
     */
    READS_BODY(""),

    /**
     * The status is 200, but for what passes by itself.
     *
     * <p>inadyn, which is in UniFi, DD-WRT and others, ends its process at 400, 404 and 429. Where it is set up as {@code custom}, it
     * does so at any word with 200 that it was not told to expect, {@code 911} too; after a 503 it comes again in ten minutes,
     * whatever the body says and however it is set up.
     */
    ENDS_AT_UNKNOWN_WORDS("inadyn/"),

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
        if (agent.startsWith(ENDS_AT_UNKNOWN_WORDS.agent)) {
            return ENDS_AT_UNKNOWN_WORDS;
        }
        return agent.startsWith(READS_STATUS.agent) ? READS_STATUS : READS_BODY;
    }

    int status(ReturnCode worst) {
        return switch (this) {
            case READS_BODY -> ReturnCode.GOOD.status();
            case ENDS_AT_UNKNOWN_WORDS -> (worst.passes() ? ReturnCode.TROUBLE : ReturnCode.GOOD).status();
            case READS_STATUS -> worst.status();
        };
    }
}

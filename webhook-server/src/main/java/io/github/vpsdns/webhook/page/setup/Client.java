// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup;

import java.util.Optional;
import java.util.stream.Stream;

/** What can be set up. */
public enum Client {
    /** AVM FRITZ!Box. */
    FRITZ_BOX("fritzbox", "FRITZ!Box", Kind.ROUTER),
    /** Ubiquiti UniFi gateways. */
    UNIFI("unifi", "UniFi", Kind.ROUTER),
    /** OpenWrt. */
    OPENWRT("openwrt", "OpenWrt", Kind.ROUTER),
    /** OPNsense. */
    OPNSENSE("opnsense", "OPNsense", Kind.ROUTER),
    /** pfSense. */
    PFSENSE("pfsense", "pfSense", Kind.ROUTER),
    /** MikroTik RouterOS. */
    MIKROTIK("mikrotik", "MikroTik", Kind.ROUTER),
    /** Synology DSM. */
    SYNOLOGY("synology", "Synology", Kind.ROUTER),
    /** ddclient. */
    DDCLIENT("ddclient", "ddclient", Kind.PROGRAM),
    /** inadyn. */
    INADYN("inadyn", "inadyn", Kind.PROGRAM),
    /** curl. */
    CURL("curl", "curl", Kind.PROGRAM),
    /** lego, and programs that have it inside. */
    LEGO("lego", "lego", Kind.CERTIFICATES),
    /** acme.sh. */
    ACME_SH("acme.sh", "acme.sh", Kind.CERTIFICATES),
    /** certbot. */
    CERTBOT("certbot", "certbot", Kind.CERTIFICATES);

    private final String word;
    private final String label;
    private final Kind kind;

    /** What it is for. */
    public enum Kind {
        /** Devices that keep a host's addresses. */
        ROUTER("Routers"),
        /** Programs that keep a host's addresses. */
        PROGRAM("Programs"),
        /** Programs that prove a name to a CA. */
        CERTIFICATES("Certificates");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /**
         * Returns the kind's name for people.
         *
         * @return such as {@code Routers}
         */
        public String label() {
            return label;
        }
    }

    Client(String word, String label, Kind kind) {
        this.word = word;
        this.label = label;
        this.kind = kind;
    }

    /**
     * Finds a client.
     *
     * @param word its name in addresses of pages
     * @return the client, or empty if there is none of that name
     */
    public static Optional<Client> find(String word) {
        return Stream.of(values()).filter(client -> client.word.equals(word)).findFirst();
    }

    /**
     * Returns the name in addresses of pages.
     *
     * @return lower case, without spaces
     */
    public String word() {
        return word;
    }

    /**
     * Returns the name for people.
     *
     * @return as its maker writes it
     */
    public String label() {
        return label;
    }

    /**
     * Tells what it is for.
     *
     * @return its kind
     */
    public Kind kind() {
        return kind;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup;

import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.program.AcmeSh;
import io.github.vpsdns.webhook.page.setup.program.Certbot;
import io.github.vpsdns.webhook.page.setup.program.Curl;
import io.github.vpsdns.webhook.page.setup.program.Ddclient;
import io.github.vpsdns.webhook.page.setup.program.Inadyn;
import io.github.vpsdns.webhook.page.setup.program.Lego;
import io.github.vpsdns.webhook.page.setup.router.FritzBox;
import io.github.vpsdns.webhook.page.setup.router.MikroTik;
import io.github.vpsdns.webhook.page.setup.router.OpenWrt;
import io.github.vpsdns.webhook.page.setup.router.OpnSense;
import io.github.vpsdns.webhook.page.setup.router.PfSense;
import io.github.vpsdns.webhook.page.setup.router.Synology;
import io.github.vpsdns.webhook.page.setup.router.UniFi;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be set up. */
public enum Client {
    /** AVM FRITZ!Box. */
    FRITZ_BOX("fritzbox", "FRITZ!Box", Kind.ROUTER, new FritzBox()),
    /** Ubiquiti UniFi gateways. */
    UNIFI("unifi", "UniFi", Kind.ROUTER, new UniFi()),
    /** OpenWrt. */
    OPENWRT("openwrt", "OpenWrt", Kind.ROUTER, new OpenWrt()),
    /** OPNsense. */
    OPNSENSE("opnsense", "OPNsense", Kind.ROUTER, new OpnSense()),
    /** pfSense. */
    PFSENSE("pfsense", "pfSense", Kind.ROUTER, new PfSense()),
    /** MikroTik RouterOS. */
    MIKROTIK("mikrotik", "MikroTik", Kind.ROUTER, new MikroTik()),
    /** Synology DSM. */
    SYNOLOGY("synology", "Synology", Kind.ROUTER, new Synology()),
    /** ddclient. */
    DDCLIENT("ddclient", "ddclient", Kind.PROGRAM, new Ddclient()),
    /** inadyn. */
    INADYN("inadyn", "inadyn", Kind.PROGRAM, new Inadyn()),
    /** curl. */
    CURL("curl", "curl", Kind.PROGRAM, new Curl()),
    /** lego, and programs that have it inside. */
    LEGO("lego", "lego", Kind.CERTIFICATES, new Lego()),
    /** acme.sh. */
    ACME_SH("acme.sh", "acme.sh", Kind.CERTIFICATES, new AcmeSh()),
    /** certbot. */
    CERTBOT("certbot", "certbot", Kind.CERTIFICATES, new Certbot());

    private final String word;
    private final String label;
    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // recipes have no state
    private final Recipe recipe;

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

    Client(String word, String label, Kind kind, Recipe recipe) {
        this.word = word;
        this.label = label;
        this.kind = kind;
        this.recipe = recipe;
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

    Recipe recipe() {
        return recipe;
    }
}

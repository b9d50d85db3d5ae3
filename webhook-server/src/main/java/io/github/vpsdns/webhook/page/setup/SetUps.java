// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;
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

/** What to type. Thread-safe. */
public final class SetUps {
    private SetUps() {}

    /**
     * Writes the text for a client. The password is not known: {@link Guide#PASSWORD} stands in its place.
     *
     * @param client what is set up
     * @param target for which host
     * @return exactly what to type, in order
     */
    public static Guide guide(Client client, Target target) {
        return recipe(client).guide(target);
    }

    private static Recipe recipe(Client client) {
        return switch (client) {
            case FRITZ_BOX -> new FritzBox();
            case UNIFI -> new UniFi();
            case OPENWRT -> new OpenWrt();
            case OPNSENSE -> new OpnSense();
            case PFSENSE -> new PfSense();
            case MIKROTIK -> new MikroTik();
            case SYNOLOGY -> new Synology();
            case DDCLIENT -> new Ddclient();
            case INADYN -> new Inadyn();
            case CURL -> new Curl();
            case LEGO -> new Lego();
            case ACME_SH -> new AcmeSh();
            case CERTBOT -> new Certbot();
        };
    }
}

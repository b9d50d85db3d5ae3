// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.router;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;

/** Ubiquiti UniFi gateways, which run inadyn: a server without scheme, with inadyn's placeholders. */
public final class UniFi implements Recipe {
    @Override
    public Guide guide(Target target) {

        return Guide.begin(
                        "Open the UniFi Network application, go to Settings › Internet, choose the WAN, and under Dynamic DNS create an "
                                + "entry.")
                .field("Service", "custom")
                .field("Hostname", target.host().toString())
                .field("Username", target.user())
                .field("Password", Guide.PASSWORD)
                .field("Server", target.server().bare("/nic/update?hostname=%h&myip=%i"))
                .hint(
                        "The server begins without http:// or https://; %h and %i stay as they are, the gateway fills them in.")
                .hint(
                        "Gateways tell their IPv4 address only. Behind another router it may be a private one: the server then takes the "
                                + "address that the request came from.")
                .hint(
                        "To try it on the gateway's console: inadyn -n -1 --force -f /run/ddns-eth4-inadyn.conf (the file's name has the "
                                + "WAN port in it).")
                .build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.router;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;

/** AVM FRITZ!Box: a user-defined provider, with the box's own placeholders. */
public final class FritzBox implements Recipe {
    @Override
    public Guide guide(Target target) {

        String addresses = "&myip=<ipaddr>&myipv6=" + (target.prefix() ? "<ip6lanprefix>" : "<ip6addr>");
        return Guide.begin(
                        "Open http://fritz.box, go to Internet › Permit Access › DynDNS, tick \"Use DynDNS\" and choose the provider "
                                + "\"User-defined\". If the menu is missing, switch on the advanced view.")
                .field("Update URL", target.server().url("/nic/update?hostname=<domain>" + addresses))
                .field("Domain name", target.host().toString())
                .field("User name", target.user())
                .field("Password", Guide.PASSWORD)
                .hint("Type the update URL exactly so, with the angle brackets: the box fills them in.")
                .hint(
                        target.prefix()
                                ? "The box tells the prefix of its home network; the server puts the host's own part behind it."
                                : "For a machine behind the box, say <ip6lanprefix> instead of <ip6addr> and give the host an 'ipv6-host' in the "
                                        + "server's configuration; the machine's AAAA record then follows the prefix.")
                .hint(
                        "If the box sends nothing, append &username=<username>&password=<pass> to the update URL. The box does not escape "
                                + "what it puts there: choose a password without & + # % < > and spaces.")
                .hint(
                        "After an update the box compares the name with its address every four minutes and reports an error while they "
                                + "differ; with a TTL of 60 that ends by itself.")
                .hint(
                        target.server().secure()
                                ? "Models that cannot https (FRITZ!OS before 6.8) need the same URL with http and a port that speaks it."
                                : "The password crosses the network readable; give the server a certificate and say https here.")
                .build();
    }
}

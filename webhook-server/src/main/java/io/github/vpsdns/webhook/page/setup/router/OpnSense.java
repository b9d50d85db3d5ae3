// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.router;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;

/** OPNsense's os-ddclient plugin with its own (native) back end. */
public final class OpnSense implements Recipe {
    @Override
    public Guide guide(Target target) {

        return Guide.begin(
                        "Install the plugin os-ddclient, go to Services › Dynamic DNS › Settings, and choose the back end \"native\" "
                                + "under General settings. Then add an account for IPv4:")
                .field("Service", "Custom")
                .field("Protocol", "Custom GET")
                .field("Server", target.server().url("/nic/update?hostname=__HOSTNAME__&myip=__MYIP__"))
                .field("Username", target.user())
                .field("Password", Guide.PASSWORD)
                .field("Hostname(s)", target.host().toString())
                .field("Check ip method", "Interface [IPv4]")
                .field("Interface to monitor", "WAN")
                .step("Add a second account for IPv6: the same, with this method:")
                .field("Check ip method", "Interface [IPv6]")
                .hint(
                        "Leave __HOSTNAME__ and __MYIP__ as they are. The status column shows the server's last word: good or nochg means "
                                + "that all is well.")
                .hint(
                        "The back end believes every 2xx answer, which is why this server tells it of failures with other statuses.")
                .build();
    }
}

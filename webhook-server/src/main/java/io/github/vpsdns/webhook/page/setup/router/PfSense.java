// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.router;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;

/** pfSense: a custom entry for each family, with the answers that mean success. */
public final class PfSense implements Recipe {
    @Override
    public Guide guide(Target target) {

        String update = target.server().url("/nic/update?hostname=" + target.host() + "&myip=%IP%");
        return Guide.begin("Go to Services › Dynamic DNS › Dynamic DNS Clients and add an entry for IPv4:")
                .field("Service Type", "Custom")
                .field("Interface to monitor", "WAN")
                .field("Interface to send update from", "WAN")
                .field("Username", target.user())
                .field("Password", Guide.PASSWORD)
                .field("Update URL", update)
                .field("Result Match", "good %IP%|nochg %IP%")
                .step("Add a second entry for IPv6: the same values with this type:")
                .field("Service Type", "Custom (v6)")
                .hint(
                        "Do not leave Result Match empty: pfSense would take every answer for a success, a wrong password too.")
                .hint("%IP% stays as it is; pfSense fills it in.")
                .build();
    }
}

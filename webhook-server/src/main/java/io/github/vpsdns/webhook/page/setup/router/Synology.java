// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.router;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;

/** Synology DSM: a provider of one's own, then an entry that uses it. */
public final class Synology implements Recipe {
    @Override
    public Guide guide(Target target) {

        String parameters = "hostname=__HOSTNAME__&myip=__MYIP__&username=__USERNAME__&password=__PASSWORD__";
        return Guide.begin("Open Control Panel › External Access › DDNS and choose Customize Provider.")
                .field("Service provider", "vpsdns")
                .field("Query URL", target.server().url("/nic/update?" + parameters))
                .step("Then choose Add:")
                .field("Service provider", "*vpsdns")
                .field("Hostname", target.host().toString())
                .field("Username/Email", target.user())
                .field("Password/Key", Guide.PASSWORD)
                .hint(
                        "The underscores stay as they are; the device fills them in. It sends the password in the address: use https where you "
                                + "can, and choose one without & + # % and spaces.")
                .hint("DSM tells its IPv4 address only.")
                .build();
    }
}

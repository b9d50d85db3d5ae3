// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.program;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Quoting;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import java.util.List;

/** lego's httpreq provider. */
public final class Lego implements Recipe {
    @Override
    public Guide guide(Target target) {

        String host = target.host().withoutWildcard().toString();
        return Guide.begin("Set these variables and run lego; the wildcard is optional.")
                .snippet(
                        "Terminal",
                        List.of(
                                "export HTTPREQ_ENDPOINT="
                                        + Quoting.shell(target.server().toString()),
                                "export HTTPREQ_USERNAME=" + Quoting.shell(target.user()),
                                "export HTTPREQ_PASSWORD=" + Quoting.shell(Guide.PASSWORD),
                                "lego --accept-tos --email 'you@example.com' --dns httpreq \\",
                                "  --domains " + Quoting.shell(host) + " --domains " + Quoting.shell("*." + host)
                                        + " run"))
                .hint(
                        "lego 5 wants the word run first. Traefik, Caddy and others that have lego inside take the same variables.")
                .hint("HTTPREQ_PASSWORD_FILE names a file with the password instead.")
                .build();
    }
}

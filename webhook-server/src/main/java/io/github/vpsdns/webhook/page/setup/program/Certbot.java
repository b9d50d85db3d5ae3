// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.program;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Quoting;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import java.util.List;

/** certbot's manual plugin with a hook that calls the broker. */
public final class Certbot implements Recipe {
    /** Where the hook goes. */
    public static final String HOOK = "/etc/letsencrypt/vpsdns-hook";

    @Override
    public Guide guide(Target target) {

        String host = target.host().withoutWildcard().toString();
        return Guide.begin(
                        "Write this hook, executable and readable by root only. The password goes to curl without showing in the list of "
                                + "processes.")
                .snippet(
                        HOOK,
                        List.of(
                                "#!/bin/sh",
                                "set -e",
                                "curl --silent --show-error --fail --max-time 60 --output /dev/null --config - \\",
                                "  --header 'Content-Type: application/json' \\",
                                "  --data \"{\\\"fqdn\\\":\\\"_acme-challenge.$CERTBOT_DOMAIN.\\\",\\\"value\\\":\\\"$CERTBOT_VALIDATION\\\"}\" \\",
                                "  " + Quoting.shell(target.server() + "/") + "\"$1\" <<'END'",
                                "user = " + Quoting.twice(target.user() + ":" + Guide.PASSWORD),
                                "END",
                                "if [ \"$1\" = present ]; then sleep \"${SETTLE:-30}\"; fi"))
                .step("Then get the certificate; the wildcard is optional, and renewal repeats the same by itself.")
                .snippet(
                        "Terminal",
                        List.of(
                                "certbot certonly --manual --preferred-challenges dns \\",
                                "  --manual-auth-hook " + Quoting.shell(HOOK + " present") + " \\",
                                "  --manual-cleanup-hook " + Quoting.shell(HOOK + " cleanup") + " \\",
                                "  -d " + Quoting.shell(host) + " -d " + Quoting.shell("*." + host)))
                .hint(
                        "The hook waits for half a minute, so that all name servers have the value before the CA looks; SETTLE in the "
                                + "environment says otherwise.")
                .build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.program;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Quoting;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import java.util.List;

/** inadyn 2.10 and newer, its custom provider. */
public final class Inadyn implements Recipe {
    /** Where it goes. */
    public static final String FILE = "/etc/inadyn.conf";

    @Override
    public Guide guide(Target target) {

        String path = target.server().path();
        boolean secure = target.server().secure();
        return Guide.begin("Write this file, readable by its owner only, and restart inadyn.")
                .snippet(
                        FILE,
                        List.of(
                                "period = 300",
                                "",
                                "custom vpsdns {",
                                "    ssl            = " + secure,
                                "    username       = " + Quoting.once(target.user()),
                                "    password       = " + Quoting.once(Guide.PASSWORD),
                                "    checkip-server = "
                                        + Quoting.twice(target.server().authority()),
                                "    checkip-path   = " + Quoting.twice(path + "/nic/checkip"),
                                "    checkip-ssl    = " + secure,
                                "    ddns-server    = "
                                        + Quoting.twice(target.server().authority()),
                                "    ddns-path      = " + Quoting.twice(path + "/nic/update?hostname=%h&myip=%i"),
                                "    ddns-response  = { \"good\", \"nochg\" }",
                                "    hostname       = "
                                        + Quoting.twice(target.host().toString()),
                                "}"))
                .hint("%h and %i stay as they are; inadyn fills them in.")
                .hint("To try it: inadyn -n -1 --force -f " + FILE)
                .build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.program;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Quoting;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import java.util.List;

/** curl, once from a terminal and from cron. */
public final class Curl implements Recipe {
    /** Where the part for curl goes. */
    public static final String FILE = "/etc/vpsdns-update.conf";

    @Override
    public Guide guide(Target target) {

        String update = target.server().url("/nic/update?hostname=" + target.host());
        return Guide.begin("Try it: curl asks for the password, and the server answers good and the address.")
                .snippet(
                        "Terminal",
                        List.of("curl -4 --user " + Quoting.shell(target.user()) + " " + Quoting.shell(update)))
                .step("For good, write this file, readable by its owner only,")
                .snippet(
                        FILE,
                        List.of(
                                "silent",
                                "show-error",
                                "max-time = 30",
                                "url = " + Quoting.twice(update),
                                "user = " + Quoting.twice(target.user() + ":" + Guide.PASSWORD)))
                .step("and let cron call it, once for each family that the machine has:")
                .snippet(
                        "/etc/cron.d/vpsdns-update",
                        List.of(
                                "*/5 * * * * root curl -4 --config " + FILE + " >/dev/null",
                                "*/5 * * * * root curl -6 --config " + FILE + " >/dev/null"))
                .hint(
                        "Without myip the server takes the address that the request came from; each request changes its own family only.")
                .hint(
                        "curl ends with 0 whatever the server says, unless the password is wrong and --fail is given: read the answer.")
                .build();
    }
}

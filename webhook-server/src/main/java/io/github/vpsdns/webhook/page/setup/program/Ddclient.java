// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.program;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Quoting;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import java.util.ArrayList;
import java.util.List;

/** ddclient 3.10 and newer, protocol dyndns2. */
public final class Ddclient implements Recipe {
    /** Where it goes. */
    public static final String FILE = "/etc/ddclient.conf";

    @Override
    public Guide guide(Target target) {

        return Guide.begin("Write this file, readable by its owner only, and restart ddclient.")
                .snippet(FILE, lines(target))
                .hint(
                        "For IPv6, take away the comment from the usev6 line and name the interface that has the address. Both families "
                                + "go with one request.")
                .hint("To try it: ddclient -daemon=0 -verbose -noquiet")
                .build();
    }

    private static List<String> lines(Target target) {
        List<String> lines = new ArrayList<>();
        lines.add("daemon=300");
        lines.add("ssl=" + (target.server().secure() ? "yes" : "no"));
        lines.add("usev4=webv4, webv4=" + target.server().url("/nic/checkip"));
        lines.add("#usev6=ifv6, ifv6=eth0");
        lines.add("protocol=dyndns2");
        lines.add("server=" + target.server().authority());
        if (!target.server().path().isEmpty()) {
            lines.add("script=" + target.server().path() + "/nic/update");
        }
        lines.add("login=" + Quoting.once(target.user()));
        lines.add("password=" + Quoting.once(Guide.PASSWORD));
        lines.add(target.host().toString());
        return lines;
    }
}

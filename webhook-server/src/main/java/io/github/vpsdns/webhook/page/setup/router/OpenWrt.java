// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.router;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Quoting;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import java.util.ArrayList;
import java.util.List;

/** OpenWrt's ddns-scripts: a provider file, so that answers are understood, and a section for each family. */
public final class OpenWrt implements Recipe {
    @Override
    public Guide guide(Target target) {

        String update = target.server()
                .url("/nic/update?hostname=[DOMAIN]&myip=[IP]")
                .replaceFirst("://", "://[USERNAME]:[PASSWORD]@");
        return Guide.begin(
                        "Install the packages ddns-scripts, luci-app-ddns, wget-ssl and ca-bundle. Then tell ddns-scripts of this "
                                + "server:")
                .snippet(
                        "/usr/share/ddns/custom/vpsdns.json",
                        List.of(
                                "{",
                                "  \"name\": \"vpsdns\",",
                                "  \"ipv4\": { \"url\": " + Quoting.twice(update) + ", \"answer\": \"good|nochg\" },",
                                "  \"ipv6\": { \"url\": " + Quoting.twice(update) + ", \"answer\": \"good|nochg\" }",
                                "}"))
                .step("Add a section for IPv4 and one for IPv6, then run /etc/init.d/ddns restart.")
                .snippet("/etc/config/ddns", sections(target))
                .hint("Or in LuCI: Services › Dynamic DNS › Add new service, provider \"vpsdns\", and the same values.")
                .hint(
                        "A provider file is better than a custom update URL, with which ddns-scripts takes every answer for a success.")
                .build();
    }

    private static List<String> sections(Target target) {
        List<String> lines = new ArrayList<>(section(target, "v4", "wan", "0"));
        lines.add("");
        lines.addAll(section(target, "v6", "wan6", "1"));
        return lines;
    }

    private static List<String> section(Target target, String suffix, String network, String ipv6) {
        List<String> lines = new ArrayList<>();
        lines.add("config service 'vpsdns_" + suffix + "'");
        option(lines, "enabled", "1");
        option(lines, "service_name", "vpsdns");
        option(lines, "lookup_host", target.host().toString());
        option(lines, "domain", target.host().toString());
        option(lines, "username", target.user());
        option(lines, "password", Guide.PASSWORD);
        option(lines, "use_ipv6", ipv6);
        option(lines, "ip_source", "network");
        option(lines, "ip_network", network);
        option(lines, "interface", network);
        if (target.server().secure()) {
            option(lines, "use_https", "1");
            option(lines, "cacert", "/etc/ssl/certs");
        }
        return lines;
    }

    private static void option(List<String> lines, String name, String value) {
        lines.add("\toption " + name + " " + Quoting.shell(value));
    }
}

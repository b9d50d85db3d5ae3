// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup.router;

import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.Quoting;
import io.github.vpsdns.webhook.page.setup.guide.Recipe;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import java.util.List;

/** MikroTik RouterOS 7: a script that tells the addresses of the WAN interface, and a schedule. */
public final class MikroTik implements Recipe {
    @Override
    public Guide guide(Target target) {

        return Guide.begin(
                        "Open System › Scripts and add a script named vpsdns with the policies read, write and test. Put the name of "
                                + "your WAN interface in place of ether1.")
                .snippet("Source of the script vpsdns", script(target))
                .step("Run it every five minutes; an address that did not change costs nothing.")
                .snippet(
                        "Terminal",
                        List.of(
                                "/system/scheduler/add name=vpsdns interval=5m start-time=startup on-event=vpsdns policy=read,write,test"))
                .hint(
                        target.server().secure()
                                ? "check-certificate=yes needs the root certificate of the server's CA: import it under System › Certificates, or, "
                                        + "since RouterOS 7.19, trust the built-in ones with /certificate/settings/set builtin-trust-anchors=trusted."
                                : "The password crosses the network readable; give the server a certificate and say https here.")
                .hint(
                        "Behind another router the WAN address is a private one: the server then takes the address that the request came from.")
                .build();
    }

    private static List<String> script(Target target) {
        String update = target.server().url("/nic/update?hostname=" + target.host() + "&myip=");
        String check = target.server().secure() ? " check-certificate=yes" : "";
        return List.of(
                ":local wan \"ether1\"",
                ":local user " + Quoting.routerOs(target.user()),
                ":local password " + Quoting.routerOs(Guide.PASSWORD),
                ":local ipv4 \"\"",
                ":local ipv6 \"\"",
                ":foreach id in=[/ip/address/find interface=$wan disabled=no] do={",
                "  :local cidr [/ip/address/get $id address]",
                "  :set ipv4 [:pick $cidr 0 [:find $cidr \"/\"]]",
                "}",
                ":foreach id in=[/ipv6/address/find interface=$wan global disabled=no] do={",
                "  :local cidr [/ipv6/address/get $id address]",
                "  :set ipv6 [:pick $cidr 0 [:find $cidr \"/\"]]",
                "}",
                ":local url (" + Quoting.routerOs(update) + " . $ipv4 . \",\" . $ipv6)",
                ":local answer [/tool/fetch url=$url user=$user password=$password" + check + " output=user as-value]",
                ":log info (\"vpsdns: \" . ($answer->\"data\"))");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.page.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.page.setup.guide.Guide;
import io.github.vpsdns.webhook.page.setup.guide.ServerUrl;
import io.github.vpsdns.webhook.page.setup.guide.Target;
import io.github.vpsdns.webhook.page.setup.program.Certbot;
import io.github.vpsdns.webhook.page.setup.program.Curl;
import io.github.vpsdns.webhook.page.setup.program.Ddclient;
import io.github.vpsdns.webhook.page.setup.program.Inadyn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetUpsTest {
    private static final Target HOME = target("https://dyn.example.com", false);

    @ParameterizedTest
    @EnumSource(Client.class)
    void namesServerHostAndUserAndNoPassword(Client client) {
        String text = SetUps.guide(client, HOME).toString();

        assertThat(text).contains("dyn.example.com", "home.example.com", "router", Guide.PASSWORD);
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void keepsAPortAndAPath(Client client) {
        String text =
                SetUps.guide(client, target("http://192.0.2.1:8245/dyn", false)).toString();

        assertThat(text).contains("192.0.2.1:8245").contains("/dyn").doesNotContain("https://192");
    }

    @Test
    void fritzBoxFillsItsPlaceholdersIn() {
        assertThat(SetUps.guide(Client.FRITZ_BOX, HOME).toString())
                .contains(
                        "Update URL: https://dyn.example.com/nic/update?hostname=<domain>&myip=<ipaddr>&myipv6=<ip6addr>\n",
                        "Domain name: home.example.com\n",
                        "User name: router\n");
    }

    @Test
    void fritzBoxTellsThePrefixOfHostsBehindIt() {
        assertThat(SetUps.guide(Client.FRITZ_BOX, target("https://dyn.example.com", true))
                        .toString())
                .contains("&myip=<ipaddr>&myipv6=<ip6lanprefix>\n");
    }

    @Test
    void uniFiWantsAServerWithoutScheme() {
        assertThat(SetUps.guide(Client.UNIFI, HOME).toString())
                .contains("Server: dyn.example.com/nic/update?hostname=%h&myip=%i\n");
    }

    @Test
    void openWrtLearnsWhatSuccessIs() {
        assertThat(SetUps.guide(Client.OPENWRT, HOME).snippet("/usr/share/ddns/custom/vpsdns.json"))
                .contains(
                        "\"url\": \"https://[USERNAME]:[PASSWORD]@dyn.example.com/nic/update?hostname=[DOMAIN]&myip=[IP]\"")
                .contains("\"answer\": \"good|nochg\"");
    }

    @Test
    void openWrtHasASectionForEachFamily() {
        assertThat(SetUps.guide(Client.OPENWRT, HOME).snippet("/etc/config/ddns"))
                .contains("config service 'vpsdns_v4'", "\toption use_ipv6 '0'", "\toption ip_network 'wan'")
                .contains("config service 'vpsdns_v6'", "\toption use_ipv6 '1'", "\toption ip_network 'wan6'");
    }

    @Test
    void opnSenseHasAnAccountForEachFamily() {
        assertThat(SetUps.guide(Client.OPNSENSE, HOME).toString())
                .contains("Server: https://dyn.example.com/nic/update?hostname=__HOSTNAME__&myip=__MYIP__\n")
                .contains("Interface [IPv4]", "Interface [IPv6]");
    }

    @Test
    void pfSenseLearnsWhatSuccessIs() {
        assertThat(SetUps.guide(Client.PFSENSE, HOME).toString())
                .contains("Update URL: https://dyn.example.com/nic/update?hostname=home.example.com&myip=%IP%\n")
                .contains("Result Match: good %IP%|nochg %IP%\n");
    }

    @Test
    void synologySendsThePasswordInTheQuery() {
        assertThat(SetUps.guide(Client.SYNOLOGY, HOME).toString())
                .contains("Query URL: https://dyn.example.com/nic/update?hostname=__HOSTNAME__&myip=__MYIP__"
                        + "&username=__USERNAME__&password=__PASSWORD__\n");
    }

    @Test
    void mikroTikTellsBothFamilies() {
        assertThat(SetUps.guide(Client.MIKROTIK, HOME).snippet("Source of the script vpsdns"))
                .contains(
                        "\"https://dyn.example.com/nic/update\\3Fhostname=home.example.com&myip=\" . $ipv4 . \",\" . $ipv6)")
                .contains("/ip/address/find", "/ipv6/address/find", "check-certificate=yes");
    }

    @Test
    void quotesUserNamesInEachLanguage() {
        Target odd = new Target(
                ServerUrl.of("https://dyn.example.com"), DomainName.of("home.example.com"), "a'b\"c$d\\e", false);

        assertThat(SetUps.guide(Client.MIKROTIK, odd).toString()).contains(":local user \"a'b\\\"c\\$d\\\\e\"");
        assertThat(SetUps.guide(Client.OPENWRT, odd).toString()).contains("option username 'a'\\''b\"c$d\\e'");
        assertThat(SetUps.guide(Client.DDCLIENT, odd).snippet(Ddclient.FILE)).contains("login='a\\'b\"c$d\\\\e'");
        assertThat(SetUps.guide(Client.INADYN, odd).snippet(Inadyn.FILE)).contains("'a\\'b\"c$d\\\\e'");
        assertThat(SetUps.guide(Client.CURL, odd).snippet(Curl.FILE))
                .contains("user = \"a'b\\\"c$d\\\\e:YOUR-PASSWORD\"");
        assertThat(SetUps.guide(Client.CERTBOT, odd).snippet(Certbot.HOOK))
                .contains("user = \"a'b\\\"c$d\\\\e:YOUR-PASSWORD\"");
    }

    @Test
    void asksForTheWildcardBesideTheName() {
        Target wildcard = new Target(
                ServerUrl.of("https://dyn.example.com"), DomainName.of("*.home.example.com"), "router", false);

        assertThat(SetUps.guide(Client.LEGO, wildcard).toString())
                .contains("--domains 'home.example.com' --domains '*.home.example.com' run");
    }

    private static Target target(String url, boolean prefix) {
        return new Target(ServerUrl.of(url), DomainName.of("home.example.com"), "router", prefix);
    }
}

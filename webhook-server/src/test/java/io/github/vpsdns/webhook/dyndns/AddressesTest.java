// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static io.github.vpsdns.webhook.dyndns.Desk.HOME;
import static io.github.vpsdns.webhook.dyndns.Desk.NAS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.webhook.settings.AddressPolicy;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private final Desk desk = new Desk();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "myip=198.51.100.1                            | 198.51.100.1",
                "ip=198.51.100.1                              | 198.51.100.1",
                "myipv4=198.51.100.1                          | 198.51.100.1",
                "ipv4=198.51.100.1                            | 198.51.100.1",
                "ip4=198.51.100.1                             | 198.51.100.1",
                "myip=2001:DB8:0::1                           | 2001:db8::1",
                "ip=2001:db8::1                               | 2001:db8::1",
                "myipv6=2001:db8::1                           | 2001:db8::1",
                "ipv6=2001:db8::1                             | 2001:db8::1",
                "ip6=2001:db8::1                              | 2001:db8::1",
                "myip6=2001:db8::1                            | 2001:db8::1",
                "myip=198.51.100.1,2001:db8::1                | 198.51.100.1,2001:db8::1",
                "myip=198.51.100.1%2C2001:db8::1              | 198.51.100.1,2001:db8::1",
                "myip=198.51.100.1, 2001:db8::1               | 198.51.100.1,2001:db8::1",
                "myip=198.51.100.1&myipv6=2001:db8::1         | 198.51.100.1,2001:db8::1",
                "myip=198.51.100.1&myip=2001:db8::1           | 198.51.100.1,2001:db8::1",
                "myip=198.51.100.1,198.51.100.1&ip=198.51.100.1 | 198.51.100.1",
                "myip=198.51.100.1,                           | 198.51.100.1",
                "myip=198.51.100.1&myipv6=                    | 198.51.100.1",
                "myip=&myipv6=2001:db8::1                     | 2001:db8::1",
                "myip=198.51.100.1/32                         | 198.51.100.1",
                "myip=198.51.100.1/24                         | 198.51.100.1",
                "myipv6=2001:db8::1/128                       | 2001:db8::1",
                "myipv6=2001:db8::1/64                        | 2001:db8::1",
                "myipv4=198.51.100.1&myipv6=preserve          | 198.51.100.1",
                "myipv4=preserve&myipv6=2001:db8::1           | 2001:db8::1",
                "myip=no&myipv6=2001:db8::1                   | 2001:db8::1",
                "myip=198.51.100.1&myipv6=no                  | 198.51.100.1",
            })
    void readsAddressesAsClientsSendThem(String query, String addresses) {
        assertThat(desk.update("hostname=home.example.com&" + query)).isEqualTo("good " + addresses + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "&myip=", "&myip=,", "&myip=auto", "&myip=AUTO", "&myipv4=", "&myipv4=auto", "&myip=&myipv6="
            })
    void takesTheSourceWhereNoAddressIsGiven(String query) {
        assertThat(desk.update("hostname=home.example.com" + query)).isEqualTo("good 203.0.113.7\n");
    }

    @Test
    void takesTheSourceInItsFamilyOnly() {
        desk.from("2001:db8::5");
        assertThat(desk.update("hostname=home.example.com")).isEqualTo("good 2001:db8::5\n");
    }

    @Test
    void doesNotWidenAnAddressThatIsGivenByTheSource() {
        desk.from("2001:db8::5");
        assertThat(desk.update("hostname=home.example.com&myip=198.51.100.1")).isEqualTo("good 198.51.100.1\n");
    }

    @Test
    void leavesTheOtherFamilyAsItIs() {
        desk.update("hostname=home.example.com&myip=198.51.100.1,2001:db8::1");
        desk.update("hostname=home.example.com&myipv6=2001:db8::2");
        assertThat(desk.updates.records(HOME)).containsExactly("198.51.100.1", "2001:db8::2");
    }

    @Test
    void fillsOneFamilyFromTheSourceBesideAGivenOne() {
        assertThat(desk.update("hostname=home.example.com&myipv4=auto&myipv6=2001:db8::1"))
                .isEqualTo("good 203.0.113.7,2001:db8::1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "myip=1.2.3                      | 'myip' has '1.2.3'; expected an address such as 192.0.2.1 or 2001:db8::1, or none",
                "myip=<html>                     | 'myip' has the placeholder '<html>', which the router has not replaced by an address; leave it out if the router does not know it",
                "myip=<ipaddr>                   | 'myip' has the placeholder '<ipaddr>', which the router has not replaced by an address; leave it out if the router does not know it",
                "myip=198.51.100.1&myipv6=<ip6addr> | 'myipv6' has the placeholder '<ip6addr>', which the router has not replaced by an address; leave it out if the router does not know it",
                "myip=__MYIP__                   | 'myip' has the placeholder '__MYIP__', which the router has not replaced by an address; leave it out if the router does not know it",
                "myip=[IP]                       | 'myip' has the placeholder '[IP]', which the router has not replaced by an address; leave it out if the router does not know it",
                "myip=%i                         | 'myip' has the placeholder '%i', which the router has not replaced by an address; leave it out if the router does not know it",
                "myip=198.51.100.1,198.51.100.2  | there are two addresses of IPv4, 198.51.100.1 and 198.51.100.2; expected one",
                "myip=198.51.100.1&ip4=198.51.100.2 | there are two addresses of IPv4, 198.51.100.1 and 198.51.100.2; expected one",
                "ipv4=2001:db8::1                | 'ipv4' has an address of IPv6, 2001:db8::1; expected one of IPv4",
                "myipv6=198.51.100.1             | 'myipv6' has an address of IPv4, 198.51.100.1; expected one of IPv6",
                "myip=198.51.100.1/33            | 'myip' has '198.51.100.1/33'; expected a number from 1 to 32 behind the '/'",
                "myipv6=2001:db8::/              | 'myipv6' has '2001:db8::/'; expected a number from 1 to 128 behind the '/'",
                "myipv6=2001:db8::/0             | 'myipv6' has '2001:db8::/0'; expected a number from 1 to 128 behind the '/'",
                "ip6lanprefix=198.51.100.1       | 'ip6lanprefix' has '198.51.100.1'; expected a prefix such as 2001:db8:1:2::/64",
                "myipv6=2001:db8:1::/64,2001:db8:2::/64 | there are two prefixes, 2001:db8:1::/64 and 2001:db8:2::/64; expected one",
                "myipv6=auto                     | the request comes from 203.0.113.7, which is no address of IPv6",
                "myipv6=                         | the request comes from 203.0.113.7, which is no address of IPv6",
                "myipv4=preserve&myipv6=preserve | the request names no address to set",
            })
    void saysDnserrAndWhyWhereThereIsNothingToSet(String query, String why) {
        assertThat(desk.update("hostname=home.example.com&" + query)).isEqualTo("dnserr\n");
        assertThat(desk.refused()).containsExactly(why);
        assertThat(desk.updates.orders()).isEmpty();
    }

    @Test
    void saysOnceWhyHoweverManyHostsThereAre() {
        assertThat(desk.update("hostname=home.example.com,other.example.org,nas.example.com&myip=x"))
                .isEqualTo("dnserr\nnohost\ndnserr\n");
        assertThat(desk.refused()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.168.178.1", "10.1.2.3", "100.64.0.9", "169.254.1.1", "127.0.0.1", "0.0.0.0", "192.0.0.2"})
    void putsTheSourceInThePlaceOfAnAddressThatNobodyCanReach(String address) {
        assertThat(desk.update("hostname=home.example.com&myip=" + address)).isEqualTo("good 203.0.113.7\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "fd00:d::1", "fe80::1"})
    void leavesAFamilyAsItIsWhereTheSourceIsOfTheOther(String address) {
        assertThat(desk.update("hostname=home.example.com&myip=198.51.100.1," + address))
                .isEqualTo("good 198.51.100.1\n");
        assertThat(desk.refused()).singleElement().asString().endsWith("is not published");
    }

    @Test
    void refusesPrivateAddressesIfThePolicySaysSo() {
        desk.dynDns.reconfigure(new AddressPolicy(false, Set.of()));
        assertThat(desk.update("hostname=home.example.com&myip=192.168.1.2")).isEqualTo("dnserr\n");
        assertThat(desk.refused()).containsExactly("the address 192.168.1.2 (private) is not published");
    }

    @Test
    void takesPrivateAddressesIfThePolicyAllowsThem() {
        desk.dynDns.reconfigure(new AddressPolicy(true, Set.of(AddressKind.PRIVATE)));
        assertThat(desk.update("hostname=home.example.com&myip=192.168.1.2")).isEqualTo("good 192.168.1.2\n");
    }

    @Test
    void doesNotPublishAPrivateSource() {
        desk.from("192.168.1.50");
        assertThat(desk.update("hostname=home.example.com")).isEqualTo("dnserr\n");
        assertThat(desk.refused())
                .containsExactly("the request comes from the address 192.168.1.50 (private), which is not published");
    }

    @Test
    void joinsAPrefixWithTheHostPartOfTheGrant() {
        assertThat(desk.update("hostname=nas.example.com&myipv6=2001:db8:1:2::/64"))
                .isEqualTo("good 2001:db8:1:2:1:2:3:4\n");
    }

    @Test
    void keepsWhatIsBehindThePrefixWhereTheGrantHasNoHostPart() {
        desk.update("hostname=home.example.com&myipv6=2001:db8:1:2::42");
        assertThat(desk.update("hostname=home.example.com&myipv6=2001:db8:9:9::/64"))
                .isEqualTo("good 2001:db8:9:9::42\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ip6lanprefix", "ipv6prefix", "ip6prefix"})
    void givesTheLansPrefixToHostsBehindTheRouterAndItsAddressToOthers(String parameter) {
        String query = "hostname=home.example.com,nas.example.com&myip=198.51.100.1&myipv6=2001:db8::7&" + parameter
                + "=2001:db8:1:2::/64";
        assertThat(desk.update(query))
                .isEqualTo("good 198.51.100.1,2001:db8::7\ngood 198.51.100.1,2001:db8:1:2:1:2:3:4\n");
    }

    @Test
    void takesAPrefixWithoutALengthForOneOf64Bits() {
        desk.update("hostname=nas.example.com&ipv6prefix=2001:db8:1:2::");
        assertThat(desk.updates.records(NAS)).containsExactly("2001:db8:1:2:1:2:3:4");
    }

    @Test
    void ignoresAPrefixThatTheRouterDoesNotHave() {
        assertThat(desk.update("hostname=nas.example.com&myip=198.51.100.1&ip6lanprefix="))
                .isEqualTo("good 198.51.100.1\n");
    }

    @Test
    void saysDnserrOfAHostWhosePartDoesNotFitBehindThePrefix() {
        assertThat(desk.update("hostname=nas.example.com&myipv6=2001:db8:1:2:8000::/80"))
                .isEqualTo("dnserr\n");
        assertThat(desk.refused()).singleElement().asString().startsWith("nas.example.com: the host part");
    }

    @Test
    void leavesHostsBehindTheRouterAsTheyAreIfItKnowsNoPrefixNow() {
        desk.update("hostname=nas.example.com&myipv6=2001:db8:1:2::/64");
        String query = "hostname=home.example.com,nas.example.com&myip=198.51.100.1&myipv6=2001:db8::7&ip6lanprefix=";
        assertThat(desk.update(query)).isEqualTo("good 198.51.100.1,2001:db8::7\ngood 198.51.100.1\n");
        assertThat(desk.updates.records(NAS)).containsExactly("198.51.100.1", "2001:db8:1:2:1:2:3:4");
    }

    @Test
    void saysDnserrOfAHostBehindTheRouterIfThatIsAllThereIs() {
        assertThat(desk.update("hostname=nas.example.com&myipv6=2001:db8::7&ip6lanprefix="))
                .isEqualTo("dnserr\n");
        assertThat(desk.refused()).containsExactly("nas.example.com: the router told no prefix for what is behind it");
    }

    @Test
    void doesNotPublishALocalPrefix() {
        assertThat(desk.update("hostname=nas.example.com&ip6lanprefix=fd00:1::/64"))
                .isEqualTo("dnserr\n");
        assertThat(desk.refused()).containsExactly("the prefix fd00:1::/64 is ula and is not published");
    }

    @Test
    void cutsOffTheSecondOfTwoUrls() {
        String first = "hostname=home.example.com&myip=198.51.100.1";
        String second = "%20http:/dyn.example.com/nic/update?hostname=home.example.com&myipv6=2001:db8::1";
        assertThat(desk.update(first + second)).isEqualTo("good 198.51.100.1\n");
        assertThat(desk.refused()).singleElement().asString().startsWith("the router sent two URLs as one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20", "+", "%20+"})
    void answersHoweverManyBlanksThereAre(String blank) {
        String first = "hostname=home.example.com&myip=198.51.100.1" + blank.repeat(2_000);
        assertThat(desk.update(first)).isEqualTo("good 198.51.100.1\n");
        assertThat(desk.update(first + "http:/dyn.example.com/nic/update?hostname=home.example.com"))
                .isEqualTo("nochg 198.51.100.1\n");
    }
}

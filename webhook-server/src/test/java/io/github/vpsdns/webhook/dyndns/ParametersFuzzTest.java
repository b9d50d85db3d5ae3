// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import static io.github.vpsdns.webhook.dyndns.Desk.PASSWORD;
import static io.github.vpsdns.webhook.dyndns.Desk.basic;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.webhook.exchange.Reply;
import io.github.vpsdns.webhook.update.FamilyWish;
import io.github.vpsdns.webhook.update.HostUpdate;
import io.github.vpsdns.webhook.update.UpdateOrder;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the parameters are made of, there is an answer of the protocol's, and nothing is done that is not the user's to do. */
class ParametersFuzzTest {
    private static final int REQUESTS = 5_000;
    private static final List<String> NAMES = List.of(
            "hostname",
            "host",
            "domains",
            "domain",
            "myip",
            "ip",
            "myipv4",
            "ip4",
            "myipv6",
            "ip6",
            "ip6lanprefix",
            "ipv6prefix",
            "system",
            "offline",
            "clear",
            "test",
            "verbose",
            "wildcard",
            "",
            "%",
            "a.b");
    private static final List<String> WORDS = List.of(
            "home.example.com",
            "nas.example.com",
            "a.dyn.example.com",
            "*.dyn.example.com",
            "other.example.org",
            "home",
            "198.51.100.1",
            "198.51.100.2",
            "192.168.1.1",
            "2001:db8::1",
            "2001:db8:1:2::",
            "fd00::1",
            "::ffff:1.2.3.4",
            "fe80::1%25eth0",
            "/64",
            "/0",
            "/129",
            "/-1",
            "/99999999999",
            ",",
            ",,",
            ".",
            "..",
            "%",
            "%zz",
            "%0d%0a",
            "%00",
            "%ff",
            "%ed%a0%80",
            "+",
            " ",
            "auto",
            "preserve",
            "no",
            "YES",
            "yes",
            "true",
            "dyndns",
            "<ipaddr>",
            "%i",
            "[IP]",
            "=",
            "&",
            "?",
            "#",
            "%20http:/",
            "xn--",
            "xn--a",
            "\u00fc",
            "\u00df",
            "\ud83d\ude00",
            "\u202e",
            "1.2.3.4.5",
            "0x7f.1");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isAnsweredInTheProtocolsWords(long seed) {
        Random random = new Random(seed);
        Desk desk = new Desk();
        for (int i = 0; i < REQUESTS; i++) {
            String query = query(random);
            Reply reply = desk.ask(
                    desk.dynDns,
                    random.nextBoolean() ? "GET" : "POST",
                    query,
                    "",
                    "Authorization",
                    basic("router", PASSWORD));
            assertThat(reply.status()).as(query).isEqualTo(200);
            assertThat(Desk.text(reply))
                    .as(query)
                    .matches("((good|nochg) [0-9a-f.:,]+\n|(good|nochg) offline\n|nohost\n|notfqdn\n|dnserr\n)+"
                            + "|numhost\n|badsys\n");
        }
        assertThat(desk.updates.orders()).isNotEmpty().allSatisfy(ParametersFuzzTest::isTheUsers);
        assertThat(desk.refused())
                .allSatisfy(sentence -> assertThat(sentence)
                        .hasSizeLessThan(400)
                        .doesNotContain(PASSWORD)
                        .matches("[^\\p{Cntrl}\\p{Cf}]*"));
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void isAnsweredInTheWordsOfDuckDns(long seed) {
        Random random = new Random(seed);
        Desk desk = new Desk();
        for (int i = 0; i < REQUESTS; i++) {
            String query = query(random) + "&token=router:s3cret";
            Reply reply = desk.duck(query, "Authorization", basic("router", PASSWORD));
            assertThat(reply.status()).as(query).isEqualTo(200);
            assertThat(Desk.text(reply)).as(query).matches("OK|KO|OK\n[0-9.]*\n[0-9a-f:]*\n(UPDATED|NOCHANGE)");
        }
        assertThat(desk.updates.orders()).isNotEmpty().allSatisfy(ParametersFuzzTest::isTheUsers);
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder();
        for (int pairs = random.nextInt(5); pairs >= 0; pairs--) {
            query.append(any(NAMES, random)).append(random.nextInt(9) == 0 ? "" : "=");
            for (int words = random.nextInt(4); words > 0; words--) {
                query.append(any(WORDS, random)).append(random.nextInt(3) == 0 ? "," : "");
            }
            query.append(pairs > 0 ? "&" : "");
        }
        return query.toString();
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static void isTheUsers(UpdateOrder order) {
        Set<DomainName> own = Set.of(DomainName.of(Desk.HOME), DomainName.of(Desk.NAS));
        assertThat(order.hosts()).isNotEmpty().doesNotHaveDuplicates().allSatisfy(update -> {
            assertThat(own.contains(update.host()) || update.host().isWithin(DomainName.of("dyn.example.com")))
                    .isTrue();
            assertThat(isOfItsFamily(update)).isTrue();
        });
    }

    private static boolean isOfItsFamily(HostUpdate update) {
        boolean four = !(update.ipv4() instanceof FamilyWish.Point point) || point.address() instanceof Inet4Address;
        boolean six = !(update.ipv6() instanceof FamilyWish.Point point) || point.address() instanceof Inet6Address;
        return four && six && !(update.ipv4() instanceof FamilyWish.Renumber);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.dns.Dig;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Over random zones and questions, the sandbox's own name server says what BIND says. */
@NeedsPrograms({"named", "rndc"})
class SameAnswersAsBindTest {
    private static final List<String> LABELS = List.of("a", "b", "c", "_x", "*");
    private static final List<String> TYPES = List.of("A", "AAAA", "TXT", "CNAME", "MX", "NS");
    private static final int RECORDS = 25;
    private static final int QUESTIONS = 300;

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder(pick(random, LABELS));
        for (int depth = random.nextInt(3); depth > 0; depth--) {
            name.append('.').append(LABELS.get(random.nextInt(LABELS.size() - 1)));
        }
        return name + ".example." + (random.nextInt(4) == 0 ? "org" : "com");
    }

    private static String value(Random random, String type) {
        return switch (type) {
            case "A" -> "192.0.2." + random.nextInt(4);
            case "AAAA" -> "2001:db8::" + random.nextInt(4);
            case "TXT" -> "text " + random.nextInt(4);
            case "NS" -> random.nextBoolean() ? "ns.example.net" : name(random).replace("*", "a");
            default -> name(random).replace("*", "a");
        };
    }

    /** Some are refused, for instance beside an alias: then they are simply not there. */
    private static void fill(Sandbox sandbox, Random random) {
        Http http = new Http(sandbox);
        for (int i = 0; i < RECORDS; i++) {
            String name = name(random);
            String zone = name.substring(name.indexOf("example."));
            String type = pick(random, TYPES);
            ObjectNode body = JsonMapper.shared()
                    .createObjectNode()
                    .put("record_type", type)
                    .put("name", name)
                    .put("value", value(random, type))
                    .put("priority", type.equals("MX") ? (Integer) 10 : null);
            String uuid = sandbox.zones().find(zone).orElseThrow().uuid();
            http.post("/dns-zones/" + uuid + "/records/", body.toString());
        }
    }

    private static List<String> lines(Message message, int section) {
        return message.getSection(section).stream()
                .filter(r -> r.getType() != Type.OPT)
                .map(Record::toString)
                .map(line -> line.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** What clients go by: the code, whether it is authoritative, the answer, and where a referral or a denial points. */
    private static String essence(Message message) {
        boolean positive = message.getRcode() == Rcode.NOERROR
                && message.getHeader().getFlag(Flags.AA)
                && !lines(message, Section.ANSWER).isEmpty();
        return Rcode.string(message.getRcode())
                + " aa=" + message.getHeader().getFlag(Flags.AA)
                + " answer=" + lines(message, Section.ANSWER)
                + " authority=" + (positive ? "any" : lines(message, Section.AUTHORITY));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersAreThoseOfBind(long seed) {
        Random random = new Random(seed);
        try (NamedServer named = NamedServer.start();
                Sandbox sandbox = Sandbox.builder()
                        .withoutAcme()
                        .bind(named.target())
                        .zone("example.com", "example.org")
                        .start()) {
            fill(sandbox, random);
            Dig own = Dig.at(sandbox);
            Dig bind = new Dig(named.address());
            for (String zone : List.of("example.com", "example.org")) {
                await().until(() -> bind.values(zone, "SOA").equals(own.values(zone, "SOA")));
            }

            for (int i = 0; i < QUESTIONS; i++) {
                String name = name(random);
                String type = pick(random, TYPES);
                assertThat(essence(own.ask(name, type)))
                        .as("seed %d: %s %s", seed, name, type)
                        .isEqualTo(essence(bind.ask(name, type)));
            }
        }
    }
}

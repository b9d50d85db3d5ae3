// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.webhook.exchange.Reply;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How clients tell success from failure, read in their sources; each is given what it sent as its address. */
enum ClientRule {
    DDCLIENT(
            "ddclient/4.0.1",
            (reply, sent) -> is2xx(reply)
                    && text(reply)
                            .lines()
                            .allMatch(line -> Set.of("good", "nochg").contains(line.split(" ", 2)[0]))),
    INADYN(
            "inadyn/2.12.0 https://github.com/troglobit/inadyn/issues",
            (reply, sent) ->
                    reply.status() == 200 && Stream.of("good", "nochg", "OK").anyMatch(text(reply)::contains)),
    INADYN_CUSTOM(
            "inadyn/2.12.0 https://github.com/troglobit/inadyn/issues",
            (reply, sent) -> reply.status() == 200
                    && Stream.of("ok", "good", "true", "updated", "success", "nochg")
                            .anyMatch(text(reply).toLowerCase(Locale.ROOT)::contains)),
    DDNS_SCRIPTS(
            "Wget/1.21.4",
            (reply, sent) -> is2xx(reply)
                    && Pattern.compile("good|nochg", Pattern.CASE_INSENSITIVE)
                            .matcher(text(reply))
                            .find()),
    PFSENSE("phpDynDNS/0.7", (reply, sent) -> pfsense(text(reply))),
    PFSENSE_CUSTOM(
            "phpDynDNS/0.7",
            (reply, sent) ->
                    Set.of("good " + sent, "nochg " + sent).contains(text(reply).strip())),
    OPNSENSE("OPNsense-dyndns", (reply, sent) -> is2xx(reply)),
    PYTHON_DYNDNSC(
            "python-dyndnsc/0.6.1",
            (reply, sent) -> reply.status() == 200
                    && (text(reply).startsWith("good ") || text(reply).startsWith("nochg"))),
    MIKROTIK("Mikrotik/7.x Fetch", (reply, sent) -> is2xx(reply) && mikrotik(text(reply), sent)),
    QDM12_NOIP(
            "DDNS-Updater quentin.mcgaw@gmail.com",
            (reply, sent) -> reply.status() == 200
                    && text(reply).strip().matches("(good|nochg) .*")
                    && text(reply).strip().endsWith(" " + sent)),
    FRITZBOX(
            "Fritz!Box DDNS/1.0.1",
            (reply, sent) -> reply.status() == 200 && text(reply).matches("(good|nochg) [0-9a-f].*\n")),
    SYNOLOGY(
            "",
            (reply, sent) -> reply.status() == 200
                    && Set.of("good", "nochg").contains(text(reply).split("\\s", 2)[0]));

    /** Words for what may pass by itself. */
    static final Set<String> PASSES = Set.of("dnserr", "911", "abuse");

    private final String agent;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
    private final BiPredicate<Reply, String> success;

    ClientRule(String agent, BiPredicate<Reply, String> success) {
        this.agent = agent;
        this.success = success;
    }

    String agent() {
        return agent;
    }

    boolean takesForSuccess(Reply reply, String sent) {
        return success.test(reply, sent);
    }

    private static boolean is2xx(Reply reply) {
        return reply.status() / 100 == 2;
    }

    private static String text(Reply reply) {
        return Desk.text(reply);
    }

    /** The first of its patterns that is found decides. */
    private static boolean pfsense(String text) {
        Map<String, Boolean> found = new LinkedHashMap<>();
        found.put("notfqdn", false);
        found.put("nochg", true);
        found.put("good", true);
        found.put("noauth", false);
        return found.entrySet().stream()
                .filter(pattern -> text.contains(pattern.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(false);
    }

    /** The script cuts the address out from between the space and the line feed. */
    private static boolean mikrotik(String text, String sent) {
        return Pattern.compile("^(good|nochg) ").matcher(text).find()
                && text.indexOf('\n') > 0
                && text.substring(text.indexOf(' ') + 1, text.indexOf('\n')).equals(sent);
    }
}

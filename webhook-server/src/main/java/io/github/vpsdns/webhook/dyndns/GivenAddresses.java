// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.dyndns;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.address.Network;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about addresses, before anybody decides whether they are taken.
 *
 * @param addresses what is said, one a family at most
 * @param prefix the prefix of the network that the hosts are in, or {@code null}; of IPv6
 * @param behindRouter whether the request speaks of a prefix, even if it names none: its address is the router's own then
 * @param fromSource families for which the address counts that the request comes from, if it is of one of them
 */
record GivenAddresses(
        Map<Family, InetAddress> addresses, @Nullable Network prefix, boolean behindRouter, Set<Family> fromSource) {
    private static final Set<Family> BOTH = EnumSet.allOf(Family.class);
    private static final Map<String, Set<Family>> PARAMETERS = parameters();
    private static final List<String> PREFIXES = List.of("ip6lanprefix", "ipv6prefix", "ip6prefix");

    GivenAddresses {
        addresses = Map.copyOf(addresses);
        fromSource = Set.copyOf(fromSource);
    }

    private static Map<String, Set<Family>> parameters() {
        Map<String, Set<Family>> families = new LinkedHashMap<>();
        List.of("myip", "ip").forEach(name -> families.put(name, BOTH));
        List.of("myipv4", "ipv4", "ip4").forEach(name -> families.put(name, EnumSet.of(Family.IPV4)));
        List.of("myipv6", "ipv6", "ip6", "myip6").forEach(name -> families.put(name, EnumSet.of(Family.IPV6)));
        return families;
    }

    /**
     * Reads them.
     *
     * @throws InvalidValueException if something stands there that is no address, or there are two for one family
     */
    static GivenAddresses of(Message message) {
        Reader reader = new Reader();
        PARAMETERS.forEach((name, families) -> {
            for (String value : message.parameters().all(name)) {
                for (String word : value.split(",", -1)) {
                    reader.read(name, word.strip(), families);
                }
            }
        });
        PREFIXES.forEach(name -> message.list(name).forEach(word -> reader.prefix(AddressWord.prefix(name, word))));
        return reader.all(PREFIXES.stream().anyMatch(message.parameters()::has));
    }

    private static final class Reader {
        private final Map<Family, InetAddress> addresses = new EnumMap<>(Family.class);
        private final Set<Family> fromSource = EnumSet.noneOf(Family.class);
        private final Set<Family> empty = EnumSet.noneOf(Family.class);
        private @Nullable Network prefix;
        private boolean preserved;

        private void read(String name, String word, Set<Family> families) {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "" -> empty.addAll(families);
                case "auto" -> fromSource.addAll(families);
                case "preserve", "no", "nochg" -> preserved = true;
                default -> literal(name, AddressWord.of(name, word), families);
            }
        }

        private void literal(String name, AddressWord word, Set<Family> families) {
            Family family = Family.of(word.address());
            if (!families.contains(family)) {
                throw new InvalidValueException(
                        "'" + name + "' has an address of " + family + ", " + Family.text(word.address())
                                + "; expected one of " + families.iterator().next());
            }
            if (word.isPrefix()) {
                prefix(word.network());
                return;
            }
            InetAddress before = addresses.put(family, word.address());
            if (before != null && !before.equals(word.address())) {
                throw new InvalidValueException("there are two addresses of " + family + ", " + Family.text(before)
                        + " and " + Family.text(word.address()) + "; expected one");
            }
        }

        private void prefix(Network network) {
            if (prefix != null && !prefix.equals(network)) {
                throw new InvalidValueException(
                        "there are two prefixes, " + prefix + " and " + network + "; expected one");
            }
            prefix = network;
        }

        private GivenAddresses all(boolean prefixNamed) {
            boolean silent = addresses.isEmpty() && fromSource.isEmpty() && prefix == null && !preserved;
            if (silent) {
                fromSource.addAll(empty.isEmpty() ? BOTH : empty);
            }
            return new GivenAddresses(addresses, prefix, prefixNamed || prefix != null, fromSource);
        }
    }
}

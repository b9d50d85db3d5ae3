// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.core.address.AddressKind;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a source says, in the light of a rule.
 *
 * @param accepted distinct addresses that the rule accepts, the best one first
 * @param refused the others
 * @param problem why nothing is accepted, {@code null} if something is
 */
record Heard(
        List<InetAddress> accepted,
        List<InetAddress> refused,
        @Nullable String problem) {
    /** Kinds that somebody may want to publish within their own network. */
    private static final Set<AddressKind> OWN = Set.of(AddressKind.PRIVATE, AddressKind.CGNAT, AddressKind.ULA);

    static Heard of(SourceSpec source, Answer answer, AddressRule rule) {
        if (answer instanceof Answer.Failed failed) {
            return new Heard(List.of(), List.of(), failed.problem());
        }
        List<InetAddress> said = ((Answer.Said) answer).addresses();
        List<InetAddress> accepted = said.stream()
                .filter(address -> rule.accepts(AddressKind.of(address)))
                .distinct()
                .toList();
        List<InetAddress> refused = said.stream()
                .filter(address -> !rule.accepts(AddressKind.of(address)))
                .distinct()
                .toList();
        return new Heard(accepted, refused, accepted.isEmpty() ? refusal(source, refused) : null);
    }

    private static String refusal(SourceSpec source, List<InetAddress> refused) {
        List<AddressKind> kinds =
                refused.stream().map(AddressKind::of).distinct().sorted().toList();
        String words = kinds.stream().map(AddressKind::word).collect(Collectors.joining(", "));
        boolean one = refused.size() == 1;
        String clause = source + " says " + texts(refused) + ", which " + (one ? "is " : "are ") + words;
        return OWN.containsAll(kinds)
                ? clause + " (allow: [" + words + "] would accept " + (one ? "it)" : "them)")
                : clause;
    }

    static String texts(List<InetAddress> addresses) {
        return addresses.stream().map(Family::text).collect(Collectors.joining(", "));
    }
}

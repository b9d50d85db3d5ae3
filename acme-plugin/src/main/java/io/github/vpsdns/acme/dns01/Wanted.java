// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Identifier;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import org.shredzone.acme4j.challenge.DnsAccount01Challenge;

/**
 * A challenge and what it wants to see.
 *
 * @param identifier the name to be proven, without {@code *.}
 * @param wildcard whether it is proven for {@code *.} of it
 * @param challengeName where the CA begins to look
 * @param value the text of the TXT record
 * @param challenge to be triggered when the value is there
 */
record Wanted(DomainName identifier, boolean wildcard, DomainName challengeName, String value, Challenge challenge) {
    static Wanted of(Authorization authorization, DnsChallengeType type) {
        Identifier identifier = authorization.getIdentifier();
        Optional<Wanted> wanted = switch (type) {
            case DNS_01 ->
                authorization
                        .findChallenge(Dns01Challenge.class)
                        .map(found -> of(authorization, found.getRRName(identifier), found.getDigest(), found));
            case DNS_ACCOUNT_01 ->
                authorization
                        .findChallenge(DnsAccount01Challenge.class)
                        .map(found -> of(authorization, found.getRRName(identifier), found.getDigest(), found));
            case DNS_PERSIST_01 ->
                throw new IllegalArgumentException("a solver has no values for " + type + ", whose record stays");
        };
        return wanted.orElseThrow(() -> new VpsDnsException(
                "the CA offers no " + type + " challenge for '" + identifier.getDomain() + "'; it offers "
                        + authorization.getChallenges().stream()
                                .map(Challenge::getType)
                                .collect(Collectors.joining(", ")),
                null));
    }

    private static Wanted of(Authorization authorization, String challengeName, String digest, Challenge challenge) {
        return new Wanted(
                DomainName.of(authorization.getIdentifier().getDomain()),
                authorization.isWildcard(),
                DomainName.of(challengeName),
                digest,
                challenge);
    }
}

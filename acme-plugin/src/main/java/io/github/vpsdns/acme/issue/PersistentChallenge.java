// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.ca.internal.PersistentIdentity;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shredzone.acme4j.Metadata;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.toolbox.JSON;

/**
 * A challenge that a record which stays answers (draft-ietf-acme-dns-persist section 3.1), which acme4j 4 knows by its type only.
 *
 * @param challenge to be triggered when the record is there
 * @param issuers the names of the CA, any of which will do; those that the CA's directory tells come first, because later
 *     challenges have them as well
 */
record PersistentChallenge(Challenge challenge, List<String> issuers) {
    private static final String TYPE = "dns-persist-01";
    private static final String ISSUERS = "issuerDomainNames";
    /** Up to draft 01. */
    private static final String FORMER_ISSUERS = "issuer-domain-names";

    private static final int MAX_ISSUERS = 10;

    /** Finds and reads the challenge among those that are offered for a name. */
    static PersistentChallenge of(String host, String name, List<Challenge> offered, Metadata metadata, URI account) {
        Challenge challenge = offered.stream()
                .filter(one -> one.getType().equals(TYPE))
                .findFirst()
                .orElseThrow(() -> CaException.of(
                        Kind.REFUSED,
                        "the CA " + host + " offers no " + TYPE + " challenge for " + name + "; it offers "
                                + offered.stream().map(Challenge::getType).collect(Collectors.joining(", ")),
                        null));
        JSON json = challenge.getJSON();
        List<String> issuers = PersistentIdentity.strings(json, json.contains(ISSUERS) ? ISSUERS : FORMER_ISSUERS);
        if (issuers.isEmpty()
                || issuers.size() > MAX_ISSUERS
                || !issuers.stream().allMatch(PersistentIdentity::isIssuer)) {
            throw malformed(
                    host,
                    name,
                    "its issuer domain names are " + issuers + ", not 1 to " + MAX_ISSUERS
                            + " domain names in lower case");
        }
        List<String> promised = PersistentIdentity.directoryIssuers(metadata);
        if (!issuers.containsAll(promised)) {
            throw malformed(
                    host, name, "its issuer domain names " + issuers + " lack some of the directory's " + promised);
        }
        List<String> caaIdentities = PersistentIdentity.caaIdentities(metadata);
        if (json.contains(ISSUERS) && !caaIdentities.isEmpty() && !caaIdentities.containsAll(issuers)) {
            throw malformed(
                    host,
                    name,
                    "its issuer domain names " + issuers + " are not all among the CA's CAA identities "
                            + caaIdentities);
        }
        if (json.contains("accounturi")) {
            String other = json.get("accounturi").asString();
            if (!other.equals(account.toString())) {
                throw malformed(host, name, "it is for the account " + other + ", not for " + account);
            }
        }
        List<String> known = PersistentIdentity.issuers(metadata);
        return new PersistentChallenge(
                challenge,
                Stream.concat(known.stream().filter(issuers::contains), issuers.stream())
                        .distinct()
                        .toList());
    }

    private static CaException malformed(String host, String name, String why) {
        return CaException.of(
                Kind.UNEXPECTED,
                "the CA " + host + " sent a malformed " + TYPE + " challenge for " + name + ": " + why,
                null);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.ca.internal;

import io.github.vpsdns.acme.persist.ProofAccount;
import io.github.vpsdns.acme.store.StoredAccount;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.shredzone.acme4j.Metadata;
import org.shredzone.acme4j.toolbox.JSON;
import org.shredzone.acme4j.toolbox.JoseUtils;

/** What a CA's directory says about persistent proofs (draft-ietf-acme-dns-persist sections 3.2 and 4.1). Stateless. */
public final class PersistentIdentity {
    private static final String ISSUERS = "issuerDomainNames";
    private static final String PREFIX = "accountHashPrefix";
    private static final int MAX_ISSUERS = 10;
    private static final int MAX_LENGTH = 253;
    private static final String LABEL = "[a-z0-9]+(?:-+[a-z0-9]+)*";
    private static final Pattern ISSUER = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    private PersistentIdentity() {}

    /** Returns how records name the account: by a hash if the directory has a prefix for it, else by its URL. */
    public static ProofAccount account(Metadata metadata, StoredAccount account) {
        JSON json = metadata.getJSON();
        if (!json.contains(PREFIX)) {
            return new ProofAccount.Plain(account.url());
        }
        byte[] thumbprint = JoseUtils.thumbprint(account.key().getPublic());
        return new ProofAccount.Hashed(
                json.get(PREFIX).asString(),
                account.url(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint));
    }

    /** Returns the names that every challenge of this CA will have; none if the directory says nothing usable. */
    public static List<String> directoryIssuers(Metadata metadata) {
        JSON json = metadata.getJSON();
        List<String> issuers = strings(json, ISSUERS);
        return issuers.size() <= MAX_ISSUERS && issuers.stream().allMatch(PersistentIdentity::isIssuer)
                ? issuers
                : List.of();
    }

    /** Returns the best guess at the names that challenges will have: by the directory, else the names that CAA records use. */
    public static List<String> issuers(Metadata metadata) {
        List<String> promised = directoryIssuers(metadata);
        return promised.isEmpty() ? caaIdentities(metadata) : promised;
    }

    /** Returns by which names the CA knows itself in CAA records. */
    public static List<String> caaIdentities(Metadata metadata) {
        return metadata.getCaaIdentities().stream()
                .map(identity -> identity.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Tells whether a name is normalized as the draft wants it. */
    public static boolean isIssuer(String name) {
        return name.length() <= MAX_LENGTH && ISSUER.matcher(name).matches();
    }

    /** Returns the strings of an array; none if there is no such array. */
    public static List<String> strings(JSON json, String field) {
        return json.get(field).asArray().stream().map(JSON.Value::asString).toList();
    }
}

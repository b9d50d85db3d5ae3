// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.sweep;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.Txt;
import java.util.List;
import java.util.regex.Pattern;

/** What answers to DNS challenges look like. */
public final class ChallengeShape {
    /** Where a CA looks for {@code dns-01} (RFC 8555 section 8.4). */
    private static final String LABEL = "_acme-challenge";

    /** Ten bytes in base32, before the label (draft-ietf-acme-dns-account-label). */
    private static final Pattern ACCOUNT_LABEL = Pattern.compile("_[a-z2-7]{16}");

    /** A SHA-256 in base64url without padding. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private ChallengeShape() {}

    /**
     * Returns the name at which a CA looks for the proof of a name.
     *
     * @param name the name to be proven; of a wildcard, that of its parent
     * @return such as {@code _acme-challenge.example.com}
     */
    public static DomainName challengeName(DomainName name) {
        return name.withoutWildcard().prepend(LABEL);
    }

    /**
     * Tells whether CAs look for proofs at a name.
     *
     * @param name any name
     * @return whether it begins with the label of {@code dns-01}, or with those of {@code dns-account-01}
     */
    public static boolean isChallengeName(DomainName name) {
        List<String> labels = name.labels();
        int label = !labels.isEmpty() && ACCOUNT_LABEL.matcher(labels.get(0)).matches() ? 1 : 0;
        return labels.size() > label && labels.get(label).equals(LABEL);
    }

    /**
     * Tells whether a record could be the answer to a challenge.
     *
     * @param data what it says
     * @return whether it is a text of exactly 43 characters of base64url
     */
    public static boolean isChallengeValue(RecordData data) {
        return data instanceof Txt txt && VALUE.matcher(txt.text()).matches();
    }
}

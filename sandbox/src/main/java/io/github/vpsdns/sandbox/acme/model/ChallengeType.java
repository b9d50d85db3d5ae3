// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.xbill.DNS.utils.base32;

/** How control of a name may be shown: all by TXT records, at different names. */
public enum ChallengeType {
    /** RFC 8555 §8.4. */
    DNS_01("dns-01"),
    /** draft-ietf-acme-dns-account-label-02: the name tells accounts apart. */
    DNS_ACCOUNT_01("dns-account-01"),
    /** draft-ietf-acme-dns-persist: one record that stays and names issuer and account. */
    DNS_PERSIST_01("dns-persist-01");

    private static final int LABEL_BYTES = 10;

    private final String wireName;

    ChallengeType(String wireName) {
        this.wireName = wireName;
    }

    /** The word used in JSON. */
    public String wireName() {
        return wireName;
    }

    /** Whether the record's value depends on a token of the challenge. */
    public boolean hasToken() {
        return this != DNS_PERSIST_01;
    }

    /**
     * Where the TXT record is looked for, without a trailing dot.
     *
     * @param domain name to be proven, without {@code *.}
     * @param accountUrl whose account asks
     */
    public String recordName(String domain, String accountUrl) {
        return switch (this) {
            case DNS_01 -> "_acme-challenge." + domain;
            case DNS_ACCOUNT_01 -> "_" + accountLabel(accountUrl) + "._acme-challenge." + domain;
            case DNS_PERSIST_01 -> "_validation-persist." + domain;
        };
    }

    private static String accountLabel(String accountUrl) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(accountUrl.getBytes(StandardCharsets.US_ASCII));
            return new base32(base32.Alphabet.BASE32, false, true).toString(Arrays.copyOf(digest, LABEL_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

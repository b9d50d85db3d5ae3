// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import io.github.vpsdns.core.InvalidValueException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The kinds of challenge that a TXT record answers. */
public enum DnsChallengeType {
    /** At {@code _acme-challenge.<name>} (RFC 8555 section 8.4). */
    DNS_01("dns-01"),
    /** At a name of the account's own, so that several accounts do not meet (draft-ietf-acme-dns-account-label). */
    DNS_ACCOUNT_01("dns-account-01"),
    /**
     * At {@code _validation-persist.<name>}, where the record stays (draft-ietf-acme-dns-persist). Not answered by {@link
     * Dns01Solver} but by persistent proofs.
     */
    DNS_PERSIST_01("dns-persist-01");

    private final String wireName;

    DnsChallengeType(String wireName) {
        this.wireName = wireName;
    }

    /**
     * Returns the type as the protocol writes it.
     *
     * @return such as {@code dns-01}
     */
    public String wireName() {
        return wireName;
    }

    /**
     * Reads the type as the protocol writes it.
     *
     * @param wireName such as {@code dns-01}
     * @return the type
     * @throws InvalidValueException if it is another one
     */
    public static DnsChallengeType of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("'" + wireName
                        + "' is not a challenge type that TXT records"
                        + " answer; expected "
                        + Arrays.stream(values()).map(type -> type.wireName).collect(Collectors.joining(" or "))));
    }

    @Override
    public String toString() {
        return wireName;
    }
}

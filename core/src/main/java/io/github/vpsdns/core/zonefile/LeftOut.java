// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.zonefile;

import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import java.util.Set;

/**
 * A record in a zone file that is none of the types that the API has.
 *
 * @param line where, counted from 1
 * @param name where it stands
 * @param type its type
 * @param reason why it was left out
 */
public record LeftOut(int line, DomainName name, RecordType type, Reason reason) {
    /** Why a record is not taken over. */
    public enum Reason {
        /** The start of authority: every provider makes its own. */
        SOA,
        /** Made by whoever signs the zone (RFC 4034, RFC 5155, RFC 7344), and worth nothing without the keys. */
        SIGNING,
        /** The API has no records of this type. */
        UNSUPPORTED;

        private static final RecordType START = RecordType.of("SOA");
        private static final Set<String> SIGNED = Set.of(
                "RRSIG", "NSEC", "NSEC3", "NSEC3PARAM", "DNSKEY", "CDS", "CDNSKEY", "SIG", "KEY", "NXT", "TYPE65534");

        /** Returns why a type that the API does not have is left out. */
        static Reason of(RecordType type) {
            if (type.equals(START)) {
                return SOA;
            }
            return SIGNED.contains(type.name()) ? SIGNING : UNSUPPORTED;
        }
    }
}

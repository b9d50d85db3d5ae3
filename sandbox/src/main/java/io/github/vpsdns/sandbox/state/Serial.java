// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.state;

import java.time.Instant;
import java.time.ZoneOffset;

/** SOA serials in the customary form YYYYMMDDnn (RFC 1912 section 2.2). */
final class Serial {
    private Serial() {}

    /** The serial after {@code last}: today's first, or one more if that is not greater. */
    static long after(long last, Instant now) {
        var date = now.atZone(ZoneOffset.UTC);
        long today = ((date.getYear() * 100L + date.getMonthValue()) * 100L + date.getDayOfMonth()) * 100L;
        return Math.max(last + 1, today);
    }
}

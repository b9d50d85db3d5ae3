// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.caa;

import io.github.vpsdns.cli.base.UsageException;
import java.util.Iterator;
import java.util.List;

/** The validation methods that CAA records name (RFC 8657 section 4), of which a misspelt one would forbid everything. */
final class ChallengeMethod {
    private static final List<String> KNOWN =
            List.of("dns-01", "dns-account-01", "dns-persist-01", "http-01", "tls-alpn-01");

    private ChallengeMethod() {}

    /** What shells offer. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return KNOWN.iterator();
        }
    }

    static void require(String name) {
        if (!KNOWN.contains(name)) {
            throw new UsageException(
                    "--challenge: '" + name + "' is not known; expected one of " + String.join(", ", KNOWN));
        }
    }
}

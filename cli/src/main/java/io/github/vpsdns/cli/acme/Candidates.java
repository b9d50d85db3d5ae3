// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.dns01.DnsChallengeType;
import io.github.vpsdns.acme.pem.KeyType;
import java.util.Arrays;
import java.util.Iterator;

/** Words that shells offer for the values of options. picocli makes them each time; what they name is loaded only when asked. */
public final class Candidates {
    private Candidates() {}

    /** The kinds of keys. */
    public static final class KeyTypes implements Iterable<String> {
        /** Creates the words. */
        public KeyTypes() {}

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(KeyType.values()).map(KeyType::toString).iterator();
        }
    }

    /** The kinds of challenges that certificates are got by. */
    public static final class Challenges implements Iterable<String> {
        /** Creates the words. */
        public Challenges() {}

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(DnsChallengeType.values())
                    .map(DnsChallengeType::wireName)
                    .iterator();
        }
    }

    /** The CAs that have a name here. */
    public static final class Servers implements Iterable<String> {
        /** Creates the words. */
        public Servers() {}

        @Override
        public Iterator<String> iterator() {
            return AcmeServer.names().iterator();
        }
    }
}

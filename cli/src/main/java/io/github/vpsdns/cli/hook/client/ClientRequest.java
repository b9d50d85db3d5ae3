// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook.client;

import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.core.name.DomainName;
import java.util.List;
import java.util.Set;

/** What another ACME client wants of its hook. */
public sealed interface ClientRequest {
    /**
     * Values are to be put into their zones.
     *
     * @param values the values
     * @param awaited what is waited for afterwards
     * @param cleanedUpAnyway whether the client asks for the removal even if this fails; otherwise nothing may be left then
     * @param echo what is to be on standard output whatever happens; empty for nothing
     */
    record Present(List<ChallengeValue> values, Wait awaited, boolean cleanedUpAnyway, String echo)
            implements ClientRequest {
        /** Copies the list. */
        public Present {
            values = List.copyOf(values);
        }

        static Present awaited(List<ChallengeValue> values) {
            return new Present(values, new Wait.Own(), false, "");
        }
    }

    /**
     * Values are to be taken away.
     *
     * @param values the values
     */
    record CleanUp(List<ChallengeValue> values) implements ClientRequest {
        /** Copies the list. */
        public CleanUp {
            values = List.copyOf(values);
        }
    }

    /** The client only tells something; the hook is to succeed. */
    record Nothing() implements ClientRequest {}

    /** The client offers a challenge that cannot be answered through DNS; the hook is to fail, so that it offers another. */
    record Declined() implements ClientRequest {}

    /** What is waited for until all authoritative servers show it. */
    sealed interface Wait {
        /** The values of this request. */
        record Own() implements Wait {}

        /** Nothing, since a later request of the same order will. */
        record Later() implements Wait {}

        /**
         * All challenge values that the API has at these names, written by earlier requests of the same order.
         *
         * @param challengeNames the names
         */
        record Standing(Set<DomainName> challengeNames) implements Wait {
            /** Copies the set. */
            public Standing {
                challengeNames = Set.copyOf(challengeNames);
            }
        }
    }
}

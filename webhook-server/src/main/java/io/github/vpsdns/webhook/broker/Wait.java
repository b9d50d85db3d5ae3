// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import java.util.concurrent.CompletableFuture;

/**
 * A client that waits for a value to be there, or to be gone.
 *
 * @param challenge which value, and whose
 * @param present whether it shall be there
 * @param fresh whether the owner had no note of it before, so that it is taken back if it cannot be had now
 * @param first whether nobody had a note of it before, so that if it is found in the zone it is not ours
 * @param answer what the client gets; completed by whoever is first: the work, or the end of the client's patience
 */
record Wait(Challenge challenge, boolean present, boolean fresh, boolean first, CompletableFuture<Outcome> answer) {
    boolean isAnswered() {
        return answer.isDone();
    }

    /** Whether the client was told something else before, and nobody counts on the value. */
    boolean isGivenUp() {
        return present && fresh && answer.isDone();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.broker;

import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.edit.ZoneNotFoundException;
import io.github.vpsdns.core.pace.FailureScope;
import java.time.Duration;

/** What clients are told of failures. */
final class Failures {
    private Failures() {}

    static Outcome outcome(TxtValue key, VpsDnsException failure) {
        String reason = sentence(key, failure);
        if (failure instanceof ZoneNotFoundException) {
            return new Outcome.NoZone(reason);
        }
        if (FailureScope.of(failure) == FailureScope.OWN) {
            return new Outcome.Refused(reason);
        }
        Duration after = FailureScope.retryAfter(failure);
        return new Outcome.NotNow(reason, after.isZero() ? null : after);
    }

    /** The failure's own sentence, but for one that names all zones of the account: they are not everybody's business. */
    static String sentence(TxtValue key, VpsDnsException failure) {
        return failure instanceof ZoneNotFoundException
                ? "no zone of the account covers '" + key.name() + "'"
                : String.valueOf(failure.getMessage());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit.zone;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.error.ForbiddenException;
import io.github.vpsdns.core.error.NotFoundException;
import io.github.vpsdns.core.error.ProtocolException;
import io.github.vpsdns.core.error.RateLimitedException;
import io.github.vpsdns.core.error.UnauthorizedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * When further calls make no sense: the token is refused, the zone is gone, the API asks for a longer pause than a call may last, or it is away. A
 * single failure that passes may be about one record; several in a row are about the API. Thread-safe.
 */
final class Stop {
    private static final int IN_A_ROW = 3;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger away = new AtomicInteger();

    boolean isStopped() {
        return stopped.get();
    }

    void succeeded() {
        away.set(0);
    }

    void failed(ZoneStep step, VpsDnsException failure) {
        boolean isZoneGone = step instanceof ZoneStep.Create && failure instanceof NotFoundException;
        if (isZoneGone
                || failure instanceof UnauthorizedException
                || failure instanceof ForbiddenException
                || failure instanceof RateLimitedException
                || failure instanceof CancelledException) {
            stopped.set(true);
        } else if ((failure.isTransient() || failure instanceof ProtocolException)
                && away.incrementAndGet() >= IN_A_ROW) {
            stopped.set(true);
        }
    }
}

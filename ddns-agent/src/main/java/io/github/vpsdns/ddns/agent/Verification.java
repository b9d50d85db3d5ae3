// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.ddns.lane.Lane;

/** Looks whether the authoritative servers say what was published. Owned by the loop's thread, save {@link #close}. */
interface Verification extends AutoCloseable {
    /** Begins to look for what was published last in this lane; ends an earlier look. */
    void verify(Lane lane);

    /** Asks other servers from now on. */
    void follow(AuthoritativeDns dns);

    /** Whether an answer is to come. */
    boolean isBusy();

    @Override
    void close();
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.loop;

import io.github.vpsdns.core.VpsDnsException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does what may block, away from the loop. */
public interface Workers {
    /**
     * Starts work. One of the two ends is called in the loop's thread, whatever happens, unless the work is given up.
     *
     * @param <T> what comes of the work
     * @param what what is done, for the failure of something that should not fail
     * @param work what may block; ends soon when it is interrupted
     * @param done takes what it returned
     * @param failed takes what it threw; what is no {@link VpsDnsException} comes as the cause of one
     */
    <T> void start(String what, Callable<T> work, Consumer<T> done, Consumer<VpsDnsException> failed);

    /**
     * Interrupts all work and waits until it has ended or the time is over; further work is not started.
     *
     * @param limit how long to wait at most
     */
    void stop(Duration limit);
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGINT and SIGTERM as an interrupt of the command's thread: the JVM starts to shut down, the hook made here interrupts that
 * thread and holds the shutdown until the command has cleaned up, and the process then ends with 130 or 143 as the JVM has it.
 */
final class Signals {
    /** A little more than a command takes to clean up; a second signal does not cut it short, SIGKILL does. */
    private static final long LIMIT_SECONDS = 60;

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean stopping;

    private Signals() {}

    static Signals interruptAndAwait(Thread command) {
        Signals signals = new Signals();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> signals.stop(command), "vpsdns-stop"));
        return signals;
    }

    /**
     * Says that the command is over.
     *
     * @return whether the caller is to exit; {@code false} if a signal is ending the process already
     */
    boolean over() {
        boolean exit = !stopping;
        done.countDown();
        return exit;
    }

    private void stop(Thread command) {
        if (done.getCount() == 0) {
            return;
        }
        stopping = true;
        command.interrupt();
        try {
            if (!done.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("vpsdns: did not stop within " + LIMIT_SECONDS + " s, giving up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

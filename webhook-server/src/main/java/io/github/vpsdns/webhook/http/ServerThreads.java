// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/** The threads of a server: few, since nothing waits in them. */
final class ServerThreads {
    private static final int WORKING = 12;
    private static final int LEAST = 4;

    /**
     * Those of an address that wait for bytes and answer them too, since handing each request to another thread costs more than most
     * requests. More than one, so that a handshake or a page for people does not hold up all others.
     */
    static final int READING = Math.min(4, Runtime.getRuntime().availableProcessors());

    /** Each address has one more, which accepts. */
    private static final int OF_AN_ADDRESS = READING + 1;

    private ServerThreads() {}

    static ThreadPool create(int addresses) {
        QueuedThreadPool threads = new QueuedThreadPool(WORKING + OF_AN_ADDRESS * addresses, LEAST);
        threads.setName("webhook-http");
        threads.setDaemon(true);
        return threads;
    }
}

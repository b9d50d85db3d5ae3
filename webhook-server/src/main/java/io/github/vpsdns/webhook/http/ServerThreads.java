// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/** The threads of a server: few, since nothing waits in them; what checks passwords runs in virtual ones where the JVM has them. */
final class ServerThreads {
    private static final int WORKING = 12;
    private static final int LEAST = 4;

    /** Each address has one that accepts and one that waits for bytes. */
    private static final int OF_AN_ADDRESS = 2;

    private ServerThreads() {}

    static ThreadPool create(int addresses) {
        QueuedThreadPool threads = new QueuedThreadPool(WORKING + OF_AN_ADDRESS * addresses, LEAST);
        threads.setName("webhook-http");
        threads.setDaemon(true);
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("webhook-http-virtual-"));
        }
        return threads;
    }
}

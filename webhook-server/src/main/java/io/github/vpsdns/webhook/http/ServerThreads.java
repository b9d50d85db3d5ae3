// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/** The threads of a server: few, since nothing waits in them; what checks passwords runs in virtual ones where the JVM has them. */
final class ServerThreads {
    private static final int MOST = 32;
    private static final int LEAST = 4;

    private ServerThreads() {}

    static ThreadPool create() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST, LEAST);
        threads.setName("webhook-http");
        threads.setDaemon(true);
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("webhook-http-virtual-"));
        }
        return threads;
    }
}

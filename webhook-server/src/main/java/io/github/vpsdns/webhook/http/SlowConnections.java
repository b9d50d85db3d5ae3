// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.http;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections that take too long over a request, however busily they send byte after byte: an idle timeout never ends those.
 * A connection has its time from being opened to the end of a request's header, as long again to the end of the reply, and so on.
 *
 * <p>Thread-safe. Looks around from the server's scheduler, about sixteen times within the limit.
 */
final class SlowConnections extends Handler.Wrapper {
    private final long limitNanos;
    /** When the time of each connection began anew. */
    private final Map<EndPoint, Long> since = new ConcurrentHashMap<>();

    private volatile boolean watching;

    SlowConnections(Handler inner, HttpLimits limits) {
        super(inner);
        this.limitNanos = limits.whole().toNanos();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        watching = true;
        again();
    }

    @Override
    protected void doStop() throws Exception {
        watching = false;
        super.doStop();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint socket = socket(request.getConnectionMetaData().getConnection().getEndPoint());
        begin(socket);
        return super.handle(request, response, Callback.from(() -> begin(socket), callback));
    }

    private void begin(EndPoint socket) {
        since.put(socket, System.nanoTime());
    }

    /** TLS and the PROXY protocol wrap it. */
    private static EndPoint socket(EndPoint endPoint) {
        EndPoint inner = endPoint;
        while (inner instanceof EndPoint.Wrapper wrapper) {
            inner = wrapper.unwrap();
        }
        return inner;
    }

    private void again() {
        getServer().getScheduler().schedule(this::look, limitNanos / 16, TimeUnit.NANOSECONDS);
    }

    private void look() {
        Server server = getServer();
        if (!watching || server == null) {
            return;
        }
        Set<EndPoint> open = new HashSet<>();
        Arrays.stream(server.getConnectors()).forEach(connector -> open.addAll(connector.getConnectedEndPoints()));
        since.keySet().retainAll(open);
        long now = System.nanoTime();
        open.stream()
                .filter(socket -> now - since.computeIfAbsent(socket, any -> now) > limitNanos)
                .forEach(EndPoint::close);
        again();
    }
}

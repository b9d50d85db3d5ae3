// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A Jetty that answers every request with the same line: what of the server is Jetty and the machine. */
final class ConstantJetty {
    private ConstantJetty() {}

    /**
     * Runs until its input ends.
     *
     * @param arguments the port
     */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(new Constant());
        server.start();
        System.in.transferTo(OutputStream.nullOutputStream());
        server.stop();
    }

    private static final class Constant extends Handler.Abstract.NonBlocking {
        private static final byte[] LINE = "nochg 192.0.2.1\n".getBytes(StandardCharsets.US_ASCII);

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, LINE.length);
            response.write(true, ByteBuffer.wrap(LINE), callback);
            return true;
        }
    }
}

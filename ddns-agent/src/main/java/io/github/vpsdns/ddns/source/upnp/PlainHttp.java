// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.http.ClientVersion;
import io.github.vpsdns.core.time.Deadline;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One request, one connection, one deadline for all of it; no redirects, no proxies, no retries. Own code, because the JDK's
 * {@code HttpURLConnection} has none of these: its time limit is for each read, and an interrupt does not end it.
 */
final class PlainHttp {
    private PlainHttp() {}

    static HttpReply get(URI url, Deadline deadline) throws IOException, InterruptedException {
        return exchange(url, head("GET", url, ""), deadline);
    }

    static HttpReply post(URI url, String soapAction, byte[] body, Deadline deadline)
            throws IOException, InterruptedException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head(
                "POST",
                url,
                "CONTENT-TYPE: text/xml; charset=\"utf-8\"\r\nSOAPACTION: " + soapAction + "\r\nCONTENT-LENGTH: "
                        + body.length + "\r\n"));
        request.writeBytes(body);
        return exchange(url, request.toByteArray(), deadline);
    }

    private static byte[] head(String method, URI url, String fields) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return (method + " " + path + query + " HTTP/1.1\r\nHOST: " + url.getHost() + ":" + RouterUrls.port(url)
                        + "\r\nUSER-AGENT: Java/17 UPnP/1.1 vpsdns/" + ClientVersion.get()
                        + "\r\nACCEPT-ENCODING: identity\r\nCONNECTION: close\r\n" + fields + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static HttpReply exchange(URI url, byte[] request, Deadline deadline)
            throws IOException, InterruptedException {
        // A channel, since an interrupt closes it.
        try (SocketChannel channel = SocketChannel.open()) {
            Socket socket = channel.socket();
            socket.connect(
                    new InetSocketAddress(Family.IPV4.parse(url.getHost()), RouterUrls.port(url)), millis(deadline));
            // In one piece: small routers read no further than the first packet.
            socket.getOutputStream().write(request);
            return HttpReply.read(new BufferedInputStream(new Timed(socket, deadline)));
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            InterruptedException interrupt = new InterruptedException();
            interrupt.initCause(e);
            throw interrupt;
        } catch (SocketTimeoutException e) {
            throw new IOException("the router at " + url.getHost() + " did not answer in time", e);
        } catch (IOException e) {
            throw new IOException("the router at " + url.getHost() + " is of no use: " + e.getMessage(), e);
        }
    }

    private static int millis(Deadline deadline) throws SocketTimeoutException {
        if (deadline.expired()) {
            throw new SocketTimeoutException();
        }
        return (int)
                Math.min(Integer.MAX_VALUE, Math.max(1, deadline.remaining().toMillis()));
    }

    /** A socket's input that ends at the deadline, however slowly it drips. */
    private static final class Timed extends InputStream {
        private final Socket socket;
        private final Deadline deadline;

        Timed(Socket socket, Deadline deadline) {
            this.socket = socket;
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            socket.setSoTimeout(millis(deadline));
            return socket.getInputStream().read(bytes, offset, length);
        }
    }
}

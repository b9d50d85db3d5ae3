// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A router on an address of loopback: real UDP and TCP, and whatever pages a test gives it. */
final class FakeRouter implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    /** What is written for a request. */
    interface Page {
        void write(String request, OutputStream out) throws IOException;
    }

    private final InetAddress address;
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Thread door;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> searches = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile IntFunction<List<String>> answers = search -> List.of();
    private volatile DatagramSocket voice;

    FakeRouter(String address) {
        try {
            this.address = InetAddress.getByName(address);
            udp = new DatagramSocket(new InetSocketAddress(this.address, 0));
            voice = udp;
            tcp = new ServerSocket(0, 10, this.address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::answerSearches);
        door = start(this::serve);
    }

    /** Answers searches with a recorded answer, whose place is made this router's. */
    FakeRouter answering(String recorded) {
        return answeringAsIs(recorded.replaceFirst("http://[0-9.]+:[0-9]+/", url("/")));
    }

    FakeRouter answeringAsIs(String datagram) {
        return answering(search -> List.of(datagram));
    }

    /** Answers each search, counted from 1, with any number of datagrams. */
    FakeRouter answering(IntFunction<List<String>> script) {
        answers = script;
        return this;
    }

    /** Answers searches with another sender's address. */
    FakeRouter speakingAs(String sender) {
        try {
            voice = new DatagramSocket(new InetSocketAddress(sender, 0));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeRouter page(String path, int status, String body) {
        return page(path, Recorded.status(status, body));
    }

    FakeRouter page(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    InetAddress address() {
        return address;
    }

    String url(String path) {
        return "http://" + address.getHostAddress() + ":" + tcp.getLocalPort() + path;
    }

    Surroundings.Path path() {
        return new Surroundings.Path(address, null, new InetSocketAddress(address, udp.getLocalPort()));
    }

    /** This router alone, as the one that leads to the default route. */
    Surroundings surroundings() {
        return new Surroundings(List.of(path()), Set.of(address));
    }

    List<String> searches() {
        return List.copyOf(searches);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    private void answerSearches() throws IOException {
        byte[] buffer = new byte[2000];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            udp.receive(packet);
            searches.add(new String(buffer, 0, packet.getLength(), StandardCharsets.US_ASCII));
            for (String answer : answers.apply(searches.size())) {
                byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
                voice.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            }
        }
    }

    private void serve() throws IOException {
        while (true) {
            Socket connection = tcp.accept();
            start(() -> {
                try (connection) {
                    serve(connection);
                }
            });
        }
    }

    private void serve(Socket connection) throws IOException {
        String request = request(connection.getInputStream());
        requests.add(request);
        Page page = pages.get(request.split(" ", 3)[1]);
        if (page == null) {
            connection.getOutputStream().write("HTTP/1.1 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            page.write(request, connection.getOutputStream());
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("half a request: " + head);
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.US_ASCII);
        Matcher length = LENGTH.matcher(text);
        return length.find()
                ? text + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
                : text;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static Thread start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // Closed, or the client went away.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Until a thread that accepts has noticed, a closed socket still takes connections. */
    @Override
    public void close() {
        try {
            udp.close();
            voice.close();
            tcp.close();
            door.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A name server of a few TXT, CNAME and CAA records, by UDP on the loopback. */
final class TxtServer implements AutoCloseable {
    private static final long TTL = 60;

    private final Map<Name, List<List<String>>> texts = new ConcurrentHashMap<>();
    private final Map<Name, Name> aliases = new ConcurrentHashMap<>();
    private final Map<Name, List<Record>> policies = new ConcurrentHashMap<>();
    private final DatagramSocket socket;
    private volatile int rcode = Rcode.NOERROR;
    private volatile int failingType = Type.TXT;
    private volatile boolean silent;
    private volatile Path lines;

    TxtServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "txt-server");
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }

    /** Adds one record of one or more character strings. */
    void add(String name, String... strings) {
        texts.computeIfAbsent(name(name), key -> new CopyOnWriteArrayList<>()).add(List.of(strings));
    }

    void addCaa(String name, int flags, String tag, String value) {
        policies.computeIfAbsent(name(name), key -> new CopyOnWriteArrayList<>())
                .add(new CAARecord(name(name), DClass.IN, TTL, flags, tag, value));
    }

    /** Only queries of this type fail from now on. */
    void failWith(int newRcode, int type) {
        rcode = newRcode;
        failingType = type;
    }

    /** Reads more records from lines {@code present NAME VALUE}, anew for each query. */
    void readFrom(Path file) {
        lines = file;
    }

    void alias(String name, String target) {
        aliases.put(name(name), name(target));
    }

    void failWith(int newRcode) {
        failWith(newRcode, Type.TXT);
    }

    void beSilent() {
        silent = true;
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                if (!silent) {
                    byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] answer(byte[] bytes) throws IOException {
        Message query = new Message(bytes);
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        Record question = query.getQuestion();
        answer.addRecord(question, Section.QUESTION);
        boolean failing = rcode != Rcode.NOERROR && question.getType() == failingType;
        records(question).forEach(rr -> answer.addRecord(rr, Section.ANSWER));
        boolean nothing = answer.getSection(Section.ANSWER).isEmpty();
        answer.getHeader().setRcode(failing ? rcode : nothing ? Rcode.NXDOMAIN : Rcode.NOERROR);
        return answer.toWire();
    }

    /** One alias is told, not followed, so that the client has to ask again. */
    private List<Record> records(Record question) throws IOException {
        Name name = question.getName();
        if (question.getType() == Type.CAA) {
            return policies.getOrDefault(name, List.of());
        }
        List<Record> records = new ArrayList<>();
        Name target = aliases.get(name);
        if (target != null) {
            records.add(new CNAMERecord(name, DClass.IN, TTL, target));
        }
        texts.getOrDefault(name, List.of())
                .forEach(strings -> records.add(new TXTRecord(name, DClass.IN, TTL, strings)));
        if (lines != null) {
            for (String line : Files.readAllLines(lines)) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("present") && name(words[1]).equals(name)) {
                    records.add(new TXTRecord(name, DClass.IN, TTL, words[2]));
                }
            }
        }
        return records;
    }

    private static Name name(String text) {
        return Name.fromConstantString(text.endsWith(".") ? text : text + ".");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Sandbox;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class TransportTest {
    private final Sandbox sandbox =
            Sandbox.builder().zone("example.com").withoutAcme().start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private byte[] overUdp(byte[] query) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(5_000);
            socket.send(new DatagramPacket(
                    query, query.length, sandbox.nameServers().get(0)));
            DatagramPacket reply = new DatagramPacket(new byte[65_535], 65_535);
            socket.receive(reply);
            return Arrays.copyOf(reply.getData(), reply.getLength());
        }
    }

    private static Message query(String type) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString("x.example.com."), Type.value(type), DClass.IN));
    }

    @Test
    void longTextIsCutIntoStringsOf255Octets() {
        String value = "k=rsa; p=" + "A".repeat(600);
        sandbox.zones().add("example.com", "x", "TXT", value);

        TXTRecord txt = (TXTRecord) Dig.at(sandbox)
                .ask("x.example.com", "TXT")
                .getSection(Section.ANSWER)
                .get(0);

        assertThat(txt.getStringsAsByteArrays()).extracting(s -> s.length).containsExactly(255, 255, 99);
        assertThat(String.join("", txt.getStrings())).isEqualTo(value);
    }

    @Test
    void textOtherThanAsciiIsUtf8() {
        sandbox.zones().add("example.com", "x", "TXT", "naïve \"quote\" back\\slash");

        TXTRecord txt = (TXTRecord) Dig.at(sandbox)
                .ask("x.example.com", "TXT")
                .getSection(Section.ANSWER)
                .get(0);

        assertThat(new String(txt.getStringsAsByteArrays().get(0), StandardCharsets.UTF_8))
                .isEqualTo("naïve \"quote\" back\\slash");
    }

    @Test
    void replyThatDoesNotFitIsTruncatedAndWholeOverTcp() throws IOException {
        for (int i = 0; i < 10; i++) {
            sandbox.zones().add("example.com", "x", "TXT", i + "x".repeat(200));
        }

        Message udp = new Message(overUdp(query("TXT").toWire()));

        assertThat(udp.getHeader().getFlag(Flags.TC)).isTrue();
        assertThat(udp.toWire().length).isLessThanOrEqualTo(512);
        assertThat(Dig.at(sandbox).values("x.example.com", "TXT")).hasSize(10);
        assertThat(sandbox.dns().server(1).queries()).extracting(DnsQuery::tcp).contains(true);
    }

    @Test
    void ednsMakesRoomForMore() throws IOException {
        for (int i = 0; i < 4; i++) {
            sandbox.zones().add("example.com", "x", "TXT", i + "x".repeat(200));
        }
        Message query = query("TXT");
        query.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);

        Message reply = new Message(overUdp(query.toWire()));

        assertThat(reply.getHeader().getFlag(Flags.TC)).isFalse();
        assertThat(reply.getSection(Section.ANSWER)).hasSize(4);
        assertThat(reply.getOPT()).isNotNull();
    }

    @Test
    void unknownEdnsVersionIsBadvers() throws IOException {
        Message query = query("TXT");
        query.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);

        assertThat(new Message(overUdp(query.toWire())).getRcode()).isEqualTo(Rcode.BADVERS);
    }

    @Test
    void otherOpcodesAreNotImplemented() throws IOException {
        Message query = query("SOA");
        query.getHeader().setOpcode(Opcode.NOTIFY);

        assertThat(new Message(overUdp(query.toWire())).getRcode()).isEqualTo(Rcode.NOTIMP);
    }

    @Test
    void zoneTransferIsRefused() throws IOException {
        assertThat(new Message(overUdp(query("AXFR").toWire())).getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void malformedQueryIsAFormatError() throws IOException {
        byte[] broken = Arrays.copyOf(query("A").toWire(), 20);

        Message reply = new Message(overUdp(broken));

        assertThat(reply.getRcode()).isEqualTo(Rcode.FORMERR);
        assertThat(reply.getHeader().getID()).isEqualTo(((broken[0] & 0xff) << 8) | (broken[1] & 0xff));
    }

    @Test
    void oneTcpConnectionServesManyQueries() throws IOException {
        sandbox.zones().add("example.com", "x", "A", "192.0.2.1");
        var server = sandbox.nameServers().get(0);
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            socket.setSoTimeout(5_000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            for (int i = 0; i < 3; i++) {
                byte[] query = query("A").toWire();
                out.writeShort(query.length);
                out.write(query);
                Message reply = new Message(in.readNBytes(in.readUnsignedShort()));
                assertThat(reply.getSection(Section.ANSWER)).hasSize(1);
            }
        }
    }
}

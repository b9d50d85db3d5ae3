// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BIND's own dig, a reader that shares no code with the server, understands every byte of it. */
@NeedsPrograms("dig")
@VpsDnsSandbox(zones = "example.com", acme = false)
class DigProgramTest {
    private static String dig(Sandbox sandbox, String... arguments) throws IOException, InterruptedException {
        InetSocketAddress server = sandbox.nameServers().get(0);
        List<String> command = new ArrayList<>(List.of(
                "dig",
                "@" + server.getHostString(),
                "-p",
                Integer.toString(server.getPort()),
                "+norecurse",
                "+tries=1"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    @Test
    void digPrintsTheValueAndNoWarning(Sandbox sandbox) throws Exception {
        sandbox.zones().add("example.com", "x", "TXT", "say \"hi\"");

        assertThat(dig(sandbox, "x.example.com", "TXT"))
                .contains("status: NOERROR", "flags: qr aa;", "\"say \\\"hi\\\"\"")
                .doesNotContain("WARNING", "malformed", "extra bytes");
    }

    @Test
    void digComesBackByTcpForALongAnswer(Sandbox sandbox) throws Exception {
        for (int i = 0; i < 30; i++) {
            sandbox.zones().add("example.com", "x", "TXT", i + " " + "y".repeat(120));
        }

        assertThat(dig(sandbox, "x.example.com", "TXT"))
                .contains("Truncated, retrying in TCP mode", "ANSWER: 30")
                .doesNotContain("WARNING");
    }

    @Test
    void digSeesEdnsAndTheDenial(Sandbox sandbox) throws Exception {
        assertThat(dig(sandbox, "nothing.example.com", "A"))
                .contains("status: NXDOMAIN", "EDNS: version: 0", "udp: 1232", "SOA")
                .doesNotContain("WARNING");
    }
}

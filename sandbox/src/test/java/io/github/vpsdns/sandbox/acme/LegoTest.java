// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.junit.NeedsPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CA over https with a client that others wrote, in another language: lego, if it is installed. */
@NeedsPrograms("lego")
class LegoTest {
    private static final String HOOK = "#!/bin/sh\nprintf '%s %s %s\\n' \"$1\" \"$2\" \"$3\" >> \"$RECORDS\"\n";

    @TempDir
    private Path dir;

    private AcmeWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new AcmeWorld(settings -> settings.tls(true));
        Files.writeString(dir.resolve("ca.pem"), world.ca.tlsAuthorityPem().orElseThrow());
        Files.writeString(dir.resolve("records"), "");
        Files.writeString(dir.resolve("hook"), HOOK);
        assertThat(dir.resolve("hook").toFile().setExecutable(true)).isTrue();
        world.dns.readFrom(dir.resolve("records"));
    }

    @AfterEach
    void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    void issuesRenewsAndRevokes() throws Exception {
        lego("--domains", "example.com", "--domains", "*.example.com", "run");
        X509Certificate first = certificate();
        lego("--domains", "example.com", "renew", "--days", "1000", "--no-random-sleep");
        X509Certificate second = certificate();
        lego("--domains", "example.com", "revoke");

        assertThat(second.getSerialNumber()).isNotEqualTo(first.getSerialNumber());
        assertThat(world.ca.certificates()).containsExactly(first, second);
        assertThat(world.ca.isRevoked(second)).isTrue();
    }

    private X509Certificate certificate() throws Exception {
        try (var in = Files.newInputStream(dir.resolve("lego/certificates/example.com.crt"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private void lego(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("lego", "--accept-tos", "--email", "hostmaster@example.com"));
        words.addAll(List.of("--server", world.ca.directory().toString()));
        words.addAll(List.of("--path", dir.resolve("lego").toString(), "--dns", "exec", "--dns.disable-cp"));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("output").toFile());
        builder.environment()
                .putAll(Map.of(
                        "EXEC_PATH", dir.resolve("hook").toString(),
                        "EXEC_SEQUENCE_INTERVAL", "1",
                        "EXEC_POLLING_INTERVAL", "1",
                        "RECORDS", dir.resolve("records").toString(),
                        "LEGO_CA_CERTIFICATES", dir.resolve("ca.pem").toString()));
        Process process = builder.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String output = Files.readString(dir.resolve("output"), StandardCharsets.UTF_8);
        assertThat(ended).as("lego ended; it said: %s", output).isTrue();
        assertThat(process.exitValue()).as("exit status; lego said: %s", output).isZero();
    }
}

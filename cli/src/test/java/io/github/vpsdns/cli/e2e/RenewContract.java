// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.peer.PebbleOptions;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renewal at a CA that others wrote, the same for each version of it. */
abstract class RenewContract {
    @TempDir
    private Path work;

    private final PebbleOptions options;
    private Stage stage;

    RenewContract(PebbleOptions options) {
        this.options = options;
    }

    @BeforeEach
    void set() {
        stage = Stage.set(work, options);
    }

    @AfterEach
    void strike() {
        stage.close();
    }

    Stage stage() {
        return stage;
    }

    @Test
    void replacesTheCertificateAndLeavesAnEmptyZone() {
        X509Certificate before = issue();

        succeed("acme", "renew", "--force");

        X509Certificate after = certificate();
        assertThat(after.getSerialNumber()).isNotEqualTo(before.getSerialNumber());
        assertThat(Certificates.names(after)).isEqualTo(Certificates.names(before));
        assertThat(stage.records()).isEmpty();
        assertThat(succeed("acme", "renew")).contains("example.com: not due until ");
    }

    X509Certificate issue(String... more) {
        String[] line = new String[more.length + 4];
        System.arraycopy(new String[] {"acme", "issue", "-d", "example.com,*.example.com"}, 0, line, 0, 4);
        System.arraycopy(more, 0, line, 4, more.length);
        succeed(line);
        return certificate();
    }

    X509Certificate certificate() {
        return Certificates.read(stage.live().resolve("cert.pem"));
    }

    String succeed(String... words) {
        Vpsdns.Outcome outcome = stage.vpsdns().run(words);
        assertThat(outcome.status())
                .as(String.join(" ", words) + ": " + outcome.err())
                .isZero();
        return outcome.out();
    }
}

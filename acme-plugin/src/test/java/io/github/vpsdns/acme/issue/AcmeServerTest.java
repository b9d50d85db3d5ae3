// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.pem.PemException;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.InvalidValueException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcmeServerTest {
    @Test
    void knowsCasByName() {
        assertThat(AcmeServer.of("letsencrypt", null).directory())
                .isEqualTo(URI.create("https://acme-v02.api.letsencrypt.org/directory"));
        assertThat(AcmeServer.of("LetsEncrypt-Staging", null).host()).isEqualTo("acme-staging-v02.api.letsencrypt.org");
        assertThat(AcmeServer.names()).contains("zerossl", "google", "ssl.com", "actalis");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://ca.example/dir", "http://127.0.0.1:14000/dir", "http://localhost/dir", "http://[::1]:1/"
            })
    void takesHttpsAndHttpToThisMachine(String url) {
        assertThat(AcmeServer.of(url, null).directory()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://ca.example/dir", "letsencypt", "ftp://ca.example/", "https:///dir", "acme://x", "", "a b"
            })
    void refusesWhatIsNoAddressOfACa(String text) {
        assertThatThrownBy(() -> AcmeServer.of(text, null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("'" + text + "' is not the address of a CA; expected an https URL")
                .hasMessageContaining("letsencrypt-staging");
    }

    @Test
    void trustsAPrivateCaByItsFile(@TempDir Path directory) throws IOException {
        try (World world = World.start(ca -> ca.tls(true))) {
            Path file = Files.writeString(
                    directory.resolve("ca.pem"),
                    world.sandbox.acme().tlsAuthorityPem().orElseThrow());

            assertThat(issuer(world, file)
                            .issue(World.names("example.com"), null)
                            .chain())
                    .isNotEmpty();
        }
    }

    @Test
    void doesNotTrustAPrivateCaByItself() {
        try (World world = World.start(ca -> ca.tls(true))) {
            CaException e = catchThrowableOfType(
                    CaException.class, () -> issuer(world, null).issue(World.names("example.com"), null));

            assertThat(e).hasMessageContaining("is not trusted").hasMessageContaining("--server-ca");
            assertThat(e.isTransient()).isFalse();
        }
    }

    @Test
    void saysThatTheFileOfAPrivateCaCannotBeRead(@TempDir Path directory) {
        Path missing = directory.resolve("missing.pem");
        try (World world = World.start(ca -> ca.tls(true))) {
            CertificateIssuer issuer = issuer(world, missing);

            assertThatThrownBy(() -> issuer.issue(World.names("example.com"), null))
                    .isInstanceOf(PemException.class)
                    .hasMessageContaining("missing.pem");
        }
    }

    private static CertificateIssuer issuer(World world, Path trusted) {
        return new CertificateIssuer(
                new AcmeServer(world.sandbox.acmeDirectory(), trusted),
                World.ACCOUNT,
                world.accounts,
                world.solver().build(),
                world.time,
                IssueListener.NONE);
    }
}

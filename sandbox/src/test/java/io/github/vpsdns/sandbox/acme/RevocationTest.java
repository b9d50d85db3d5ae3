// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.RevocationReason;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.exception.AcmeUnauthorizedException;

/** Revocation (RFC 8555 §7.6). */
class RevocationTest {
    private final KeyPair certificateKey = AcmeWorld.p256();
    private AcmeWorld world;
    private Login login;
    private Certificate certificate;

    @BeforeEach
    void start() throws Exception {
        world = new AcmeWorld();
        login = world.login();
        certificate = world.issue(login, login.newOrder().domain("example.com"), certificateKey);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void ownerMayRevoke() throws Exception {
        certificate.revoke(RevocationReason.SUPERSEDED);

        assertThat(world.ca.isRevoked(certificate.getCertificate())).isTrue();
        assertThat(world.ca.log().events(AcmeEvent.CertificateRevoked.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo(4));
    }

    @Test
    void holderOfTheCertificatesKeyMayRevoke() throws Exception {
        Certificate.revoke(
                world.session, certificateKey, certificate.getCertificate(), RevocationReason.KEY_COMPROMISE);

        assertThat(world.ca.isRevoked(certificate.getCertificate())).isTrue();
    }

    @Test
    void anotherAccountWithRightToTheNamesMayRevoke() throws Exception {
        Login other = world.login();
        world.prove(other.newOrder().domain("example.com").create());
        Certificate.revoke(other, certificate.getCertificate(), RevocationReason.UNSPECIFIED);

        assertThat(world.ca.isRevoked(certificate.getCertificate())).isTrue();
    }

    @Test
    void anyOtherAccountMayNot() throws Exception {
        Login stranger = world.login();

        assertThatThrownBy(
                        () -> Certificate.revoke(stranger, certificate.getCertificate(), RevocationReason.UNSPECIFIED))
                .isInstanceOf(AcmeUnauthorizedException.class);
    }

    @Test
    void anyOtherKeyMayNot() {
        assertThatThrownBy(() -> Certificate.revoke(
                        world.session, AcmeWorld.p256(), certificate.getCertificate(), RevocationReason.UNSPECIFIED))
                .isInstanceOf(AcmeUnauthorizedException.class);
    }

    @Test
    void revokingTwiceIsAProblem() throws Exception {
        certificate.revoke();

        assertThatThrownBy(certificate::revoke)
                .isInstanceOfSatisfying(
                        AcmeServerException.class,
                        e -> assertThat(e.getType().toString()).endsWith(":alreadyRevoked"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "6", "7", "10", "\"1\"", "-1", "null"})
    void oddReasonsAreRefused(String reason) throws Exception {
        RawAcme client = new RawAcme(world.ca, certificateKey);
        String der = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(certificate.getCertificate().getEncoded());

        assertThat(client.post(client.url("revokeCert"), "{\"certificate\":\"" + der + "\",\"reason\":" + reason + "}")
                        .problem())
                .isEqualTo("400 badRevocationReason");
    }

    @Test
    void certificateOfAnotherCaIsNotFound() throws Exception {
        try (AcmeWorld other = new AcmeWorld()) {
            Login there = other.login();

            assertThatThrownBy(
                            () -> Certificate.revoke(there, certificate.getCertificate(), RevocationReason.UNSPECIFIED))
                    .hasMessageContaining("did not issue");
        }
    }

    @Test
    void compromisedKeyIsNotCertifiedAgain() throws Exception {
        certificate.revoke(RevocationReason.KEY_COMPROMISE);
        Order order = login.newOrder().domain("example.com").create();
        world.prove(order);

        assertThatThrownBy(() -> order.execute(certificateKey))
                .isInstanceOfSatisfying(
                        AcmeServerException.class,
                        e -> assertThat(e.getType().toString()).endsWith(":badPublicKey"));
    }
}

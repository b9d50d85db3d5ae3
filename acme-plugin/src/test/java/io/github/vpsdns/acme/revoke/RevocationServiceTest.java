// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.revoke;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.acme.account.AccountService;
import io.github.vpsdns.acme.account.NoAccountException;
import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.issue.IssuedCertificate;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevocationServiceTest {
    private final World world = World.start();
    private final RevocationService service = new RevocationService(world.server(), world.time);
    private final IssuedCertificate issued = world.issuer().issue(World.names("example.com"), null);
    private final X509Certificate certificate = issued.certificate();
    private final KeyPair key = requireNonNull(issued.key());

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void revokesByTheAccountWithEveryReason(RevocationReason reason) {
        assertThat(service.byAccount(certificate, world.accounts, reason)).isTrue();

        assertThat(world.sandbox.acme().log().events(AcmeEvent.CertificateRevoked.class))
                .singleElement()
                .extracting(AcmeEvent.CertificateRevoked::reason)
                .isEqualTo(reason.code());
    }

    @ParameterizedTest
    @EnumSource
    void revokesByTheCertificatesKeyWithEveryReason(RevocationReason reason) {
        assertThat(service.byCertificateKey(certificate, key, reason)).isTrue();

        assertThat(world.sandbox.acme().isRevoked(certificate)).isTrue();
    }

    @Test
    void revokesWithAKeyOfRsaToo() {
        IssuedCertificate rsa =
                world.issuer().issue(World.names("rsa.example.com").withKeyType(KeyType.RSA2048), null);

        assertThat(service.byCertificateKey(
                        rsa.certificate(), requireNonNull(rsa.key()), RevocationReason.KEY_COMPROMISE))
                .isTrue();
    }

    @Test
    void findsThatItWasRevokedBefore() {
        service.byAccount(certificate, world.accounts, RevocationReason.SUPERSEDED);

        assertThat(service.byAccount(certificate, world.accounts, RevocationReason.SUPERSEDED))
                .isFalse();
        assertThat(service.byCertificateKey(certificate, key, RevocationReason.SUPERSEDED))
                .isFalse();
    }

    @Test
    void takesItsOwnRevocationForDoneWhereTheAnswerIsLost() {
        world.sandbox.acme().faults().next(Endpoint.REVOKE_CERT, AcmeFault.dropAfter());

        assertThat(service.byAccount(certificate, world.accounts, RevocationReason.UNSPECIFIED))
                .isTrue();
    }

    @Test
    void needsNoAccountWithTheCertificatesKey() {
        new AccountService(world.server(), world.accounts, world.time).deactivate();

        assertThat(service.byCertificateKey(certificate, key, RevocationReason.KEY_COMPROMISE))
                .isTrue();
    }

    @Test
    void saysThatThereIsNoAccount() {
        assertThatThrownBy(() -> service.byAccount(certificate, AccountStore.inMemory(), RevocationReason.UNSPECIFIED))
                .isInstanceOf(NoAccountException.class);
    }

    @Test
    void refusesTheKeyOfAnotherCertificateBeforeTheCaIsAsked() {
        assertThatThrownBy(() ->
                        service.byCertificateKey(certificate, KeyType.P256.generate(), RevocationReason.UNSPECIFIED))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("the private key is not that of the certificate to be revoked");
        assertThat(world.sandbox.acme().log().count(Endpoint.REVOKE_CERT)).isZero();
    }

    @Test
    void passesOnThatTheCaDoesNotTakeTheReason() {
        world.sandbox
                .acme()
                .faults()
                .next(Endpoint.REVOKE_CERT, AcmeFault.problem(ProblemType.BAD_REVOCATION_REASON, "not that one"));

        CaException e = catchThrowableOfType(
                CaException.class,
                () -> service.byAccount(certificate, world.accounts, RevocationReason.AFFILIATION_CHANGED));

        assertThat(e.kind()).isEqualTo(Kind.REFUSED);
        assertThat(e)
                .hasMessage("revoking the certificate: the CA 127.0.0.1 refused: not that one (badRevocationReason)");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Login;

/** From account to certificate, as acme4j walks it. */
class IssuanceTest {
    private AcmeWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new AcmeWorld();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void issuesForNameAndWildcardInOneOrder() throws Exception {
        Certificate certificate = world.issue(world.login(), "example.com", "*.example.com");

        assertThat(certificate.getCertificate().getSubjectAlternativeNames())
                .extracting(name -> name.get(1).toString())
                .containsExactlyInAnyOrder("example.com", "*.example.com");
    }

    @Test
    void chainLeadsToTheRoot() throws Exception {
        Certificate certificate = world.issue(world.login(), "example.com");

        assertThat(verifiedBy(certificate.getCertificateChain(), world.ca.root()))
                .isTrue();
    }

    @Test
    void alternateChainLeadsToTheOtherRoot() throws Exception {
        Certificate certificate = world.issue(world.login(), "example.com");
        List<Certificate> alternates = certificate.getAlternateCertificates();

        assertThat(alternates).hasSize(1);
        assertThat(verifiedBy(
                        alternates.get(0).getCertificateChain(),
                        world.ca.roots().get(1)))
                .isTrue();
    }

    @Test
    void preferredChainIsFoundByItsIssuer() throws Exception {
        Certificate certificate = world.issue(world.login(), "example.com");

        assertThat(certificate.findCertificate("vpsdns sandbox Root X2")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"classic, 2160", "tlsserver, 1080", "shortlived, 160"})
    void lifetimeIsThatOfTheProfile(String profile, long hours) throws Exception {
        Login login = world.login();
        X509Certificate certificate = world.issue(
                        login, login.newOrder().domain("example.com").profile(profile))
                .getCertificate();

        assertThat(Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofHours(hours).minusSeconds(1));
    }

    @Test
    void onlyTheClassicProfileHasACommonName() throws Exception {
        Login login = world.login();
        X509Certificate classic = world.issue(login, "example.com").getCertificate();
        X509Certificate tlsserver = world.issue(
                        login, login.newOrder().domain("example.com").profile("tlsserver"))
                .getCertificate();

        assertThat(classic.getSubjectX500Principal().getName()).isEqualTo("CN=example.com");
        assertThat(tlsserver.getSubjectX500Principal().getName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void takesAccountKeysOnEachCurve(String curve) throws Exception {
        Login login = world.login(AcmeWorld.key(curve));

        assertThat(world.issue(login, "example.com").getCertificate()).isNotNull();
    }

    @Test
    void takesRsaKeysForAccountAndCertificate() throws Exception {
        Login login = world.login(AcmeWorld.rsa(2048));
        X509Certificate certificate = world.issue(login, login.newOrder().domain("example.com"), AcmeWorld.rsa(2048))
                .getCertificate();

        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("RSA");
        assertThat(certificate.getKeyUsage()[2]).as("key encipherment").isTrue();
    }

    @Test
    void logsWhatHappened() throws Exception {
        world.issue(world.login(), "example.com", "*.example.com");

        assertThat(world.ca.log().events(AcmeEvent.ChallengeValidated.class))
                .containsExactlyInAnyOrder(
                        new AcmeEvent.ChallengeValidated("example.com", "dns-01"),
                        new AcmeEvent.ChallengeValidated("*.example.com", "dns-01"));
        assertThat(world.ca.log().issued())
                .singleElement()
                .satisfies(issued -> assertThat(issued.names()).containsExactly("example.com", "*.example.com"));
    }

    private static boolean verifiedBy(List<X509Certificate> chain, X509Certificate root) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        return CertPathValidator.getInstance("PKIX")
                        .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters)
                != null;
    }
}

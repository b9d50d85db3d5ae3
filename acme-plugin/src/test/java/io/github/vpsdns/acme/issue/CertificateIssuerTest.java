// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.dns01.ChallengeSite;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.dns01.DnsChallengeType;
import io.github.vpsdns.acme.pem.CertificateNames;
import io.github.vpsdns.acme.pem.Csr;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import java.net.URI;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificateIssuerTest {
    private World world;

    @BeforeEach
    void start() {
        world = World.start();
    }

    @AfterEach
    void stop() {
        assertThat(world.zone()).isEmpty();
        world.close();
    }

    private IssuedCertificate issue(IssueOptions options) {
        return world.issuer().issue(options, null);
    }

    @Test
    void issuesForApexAndWildcard() throws Exception {
        IssuedCertificate issued = issue(World.names("example.com", "*.example.com"));

        assertThat(CertificateNames.of(issued.certificate()))
                .containsExactlyInAnyOrder(DomainName.of("example.com"), DomainName.of("*.example.com"));
        assertThat(issued.key().getPublic()).isEqualTo(issued.certificate().getPublicKey());
        assertThat(issued.chain().size()).isGreaterThan(1);
        issued.certificate().verify(issued.chain().get(1).getPublicKey());
    }

    @Test
    void issuesForANameGivenInUnicode() {
        IssuedCertificate issued = issue(World.names("bücher.example.com"));

        assertThat(CertificateNames.of(issued.certificate()))
                .containsExactly(DomainName.of("xn--bcher-kva.example.com"));
    }

    @Test
    void takesLittleMoreThanTheLagOfTheSlowestServerForManyNames() {
        world.sandbox.dns().server(2).lag(Duration.ofSeconds(3));
        String[] names =
                IntStream.range(0, 25).mapToObj(i -> "n" + i + ".example.com").toArray(String[]::new);

        long begin = System.nanoTime();
        IssuedCertificate issued = issue(World.names(names));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(CertificateNames.of(issued.certificate())).hasSize(25);
        assertThat(took).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
        assertThat(world.calls("GET", "/dns-zones/")).isEqualTo(1);
        assertThat(world.calls("GET", "/dns-zones/*/records/")).isEqualTo(1);
        assertThat(world.calls("POST", "/dns-zones/*/records/")).isEqualTo(25);
        assertThat(world.calls("DELETE", "/dns-records/*/")).isEqualTo(25);
        assertThat(world.calls()).isEqualTo(52);
    }

    @Test
    void triggersAllNamesBeforeItWaitsForOne() {
        world.close();
        world = World.start(ca -> ca.validationDelay(Duration.ofMillis(700)).patience(Duration.ZERO));

        issue(World.names("a.example.com", "b.example.com", "c.example.com"));

        List<Class<?>> order = new ArrayList<>();
        for (AcmeEvent event : world.sandbox.acme().log().events()) {
            if (event instanceof AcmeEvent.ChallengeTriggered || event instanceof AcmeEvent.ChallengeValidated) {
                order.add(event.getClass());
            }
        }
        assertThat(order.subList(0, 3)).containsOnly(AcmeEvent.ChallengeTriggered.class);
        assertThat(order.subList(3, 6)).containsOnly(AcmeEvent.ChallengeValidated.class);
    }

    @Test
    void makesTheAskedKindOfKey() {
        IssuedCertificate issued = issue(World.names("example.com").withKeyType(KeyType.RSA2048));

        assertThat(((RSAPublicKey) issued.certificate().getPublicKey())
                        .getModulus()
                        .bitLength())
                .isEqualTo(2048);
    }

    @Test
    void certifiesTheKeyThatIsToBeReused() {
        KeyPair old = KeyType.P384.generate();

        IssuedCertificate issued = world.issuer().issue(World.names("example.com"), old);

        assertThat(issued.certificate().getPublicKey()).isEqualTo(old.getPublic());
        assertThat(issued.key()).isSameAs(old);
    }

    @Test
    void sendsARequestThatWasMadeElsewhere() {
        KeyPair elsewhere = KeyType.P256.generate();
        Csr csr = Csr.of(List.of(DomainName.of("example.com"), DomainName.of("*.example.com")), elsewhere);

        IssuedCertificate issued = issue(IssueOptions.of(csr));

        assertThat(issued.certificate().getPublicKey()).isEqualTo(elsewhere.getPublic());
        assertThat(issued.key()).isNull();
    }

    @Test
    void refusesARequestForOtherNamesBeforeAnythingIsAsked() {
        Csr csr = Csr.of(List.of(DomainName.of("example.com")), KeyType.P256.generate());
        IssueOptions asked = World.names("www.example.com");

        assertThatThrownBy(() -> new IssueOptions(
                        asked.names(),
                        csr,
                        KeyType.P256,
                        null,
                        null,
                        DnsChallengeType.DNS_01,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        null))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(
                        "the signing request is for [example.com], not for [www.example.com]; expected the same names");
    }

    @Test
    void asksForAProfile() {
        IssuedCertificate issued = issue(World.names("example.com").withProfile("shortlived"));

        X509Certificate certificate = issued.certificate();
        assertThat(Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()))
                .isLessThan(Duration.ofDays(8));
    }

    @Test
    void namesTheProfilesWhereTheCaHasNoSuchOne() {
        IssueOptions options = World.names("example.com").withProfile("eternal");

        assertThatThrownBy(() -> issue(options))
                .isInstanceOf(CaException.class)
                .hasMessageContaining("has no profile 'eternal'; it has ")
                .hasMessageContaining("shortlived");
        assertThat(world.calls())
                .as("a look at the zones, before anything else")
                .isEqualTo(1);
    }

    @Test
    void answersDnsAccount01() {
        issue(World.names("example.com", "*.example.com").withChallenge(DnsChallengeType.DNS_ACCOUNT_01));

        assertThat(world.sandbox.acme().log().events(AcmeEvent.ChallengeValidated.class))
                .allSatisfy(event -> assertThat(event.type()).isEqualTo("dns-account-01"))
                .hasSize(2);
    }

    @Test
    void takesTheAlternateChainThatLeadsToThePreferredIssuer() {
        List<X509Certificate> roots = world.sandbox.acme().roots();
        assertThat(roots).hasSizeGreaterThan(1);
        for (X509Certificate root : roots) {
            String name = root.getSubjectX500Principal().getName().replaceAll(".*CN=([^,]+).*", "$1");

            IssuedCertificate issued = issue(World.names("example.com").withPreferredChain(name));

            assertThat(issued.chain().get(issued.chain().size() - 1).getIssuerX500Principal())
                    .isEqualTo(root.getSubjectX500Principal());
        }
    }

    @Test
    void takesTheDefaultChainWhereNoneLeadsToThePreferredIssuer() {
        IssuedCertificate issued = issue(World.names("example.com").withPreferredChain("No Such Root"));

        assertThat(issued.chain()).isNotEmpty();
    }

    @Test
    void tellsEachStepToItsListener() {
        List<String> heard = new ArrayList<>();
        world.issuer(world.solver().build(), new Recorder(heard)).issue(World.names("example.com"), null);

        assertThat(heard)
                .containsSubsequence(
                        "account",
                        "order [example.com]",
                        "example.com CHECKING",
                        "example.com ACCEPTED",
                        "clean true",
                        "finalizing",
                        "issued")
                .containsSubsequence("order [example.com]", "site _acme-challenge.example.com", "presented true");
    }

    @Test
    void ignoresWhatAListenerThrows() {
        IssueListener broken = new IssueListener() {
            @Override
            public void finalizing() {
                throw new IllegalStateException("broken");
            }

            @Override
            public void presented(DomainName target, boolean created) {
                throw new IllegalStateException("broken");
            }
        };

        assertThat(world.issuer(world.solver().build(), broken)
                        .issue(World.names("example.com"), null)
                        .chain())
                .isNotEmpty();
    }

    private record Recorder(List<String> heard) implements IssueListener {
        @Override
        public void accountCreated(URI account) {
            heard.add("account");
        }

        @Override
        public void orderCreated(URI order, List<String> names) {
            heard.add("order " + names);
        }

        @Override
        public void sited(ChallengeSite site) {
            heard.add("site " + site.challengeName());
        }

        @Override
        public void presented(DomainName target, boolean created) {
            heard.add("presented " + created);
        }

        @Override
        public void proof(String name, ProofState state) {
            heard.add(name + " " + state);
        }

        @Override
        public void cleanedUp(CleanupReport report) {
            heard.add("clean " + report.complete());
        }

        @Override
        public void finalizing() {
            heard.add("finalizing");
        }

        @Override
        public void issued(X509Certificate certificate) {
            heard.add("issued");
        }
    }
}

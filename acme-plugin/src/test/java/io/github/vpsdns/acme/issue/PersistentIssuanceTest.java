// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.dns01.DnsChallengeType;
import io.github.vpsdns.acme.persist.ProofChange;
import io.github.vpsdns.acme.persist.ProofDemand;
import io.github.vpsdns.acme.persist.ProofRecord;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.MovableTime;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.acme.model.ChallengeType;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.control.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersistentIssuanceTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private final MovableTime time = new MovableTime();
    private World world;

    @BeforeEach
    void start() {
        world = World.of(
                Sandbox.builder()
                        .zone("example.com", "proofs.example.net")
                        .nameServers(2)
                        .acme(ca -> ca.challenges(ChallengeType.DNS_PERSIST_01)),
                time);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private IssuedCertificate issue(@Nullable Duration persistFor, String... names) {
        IssueOptions options = World.names(names)
                .withChallenge(DnsChallengeType.DNS_PERSIST_01)
                .withPersistFor(persistFor);
        return world.issuer().issue(options, null);
    }

    private String account() {
        return world.accounts
                .load(world.server().directory())
                .orElseThrow()
                .url()
                .toString();
    }

    private String least() {
        return "_validation-persist TXT sandbox-ca.test; accounturi=" + account();
    }

    @Test
    void provesApexAndWildcardByOneRecordThatStays() {
        IssuedCertificate issued = issue(null, "example.com", "*.example.com");

        assertThat(issued.chain()).isNotEmpty();
        assertThat(world.zone()).containsExactly(least() + "; policy=wildcard");
        assertThat(world.calls("GET", "/dns-zones/")).isEqualTo(1);
        // One listing finds a record of ours to change; there is none, and making one lists again for what is in its
        // way.
        assertThat(world.calls("GET", "/dns-zones/*/records/")).isEqualTo(2);
        assertThat(world.calls("POST", "/dns-zones/*/records/")).isEqualTo(1);
        assertThat(world.calls()).isEqualTo(4);
    }

    @Test
    void renewsWithoutAnyCallToTheApi() {
        issue(null, "example.com", "*.example.com", "www.example.com");
        List<String> before = world.zone();
        world.sandbox.calls().clear();

        issue(null, "example.com", "*.example.com", "www.example.com");

        assertThat(world.calls()).isZero();
        assertThat(world.zone()).isEqualTo(before);
    }

    @Test
    void coversAWildcardThatComesLaterInPlace() {
        issue(null, "example.com");
        world.sandbox.calls().clear();

        issue(null, "example.com", "*.example.com");

        assertThat(world.zone()).containsExactly(least() + "; policy=wildcard");
        assertThat(world.calls("PATCH", "/dns-records/*/")).isEqualTo(1);
        assertThat(world.calls("POST", "/dns-zones/*/records/")).isZero();
    }

    @Test
    void leavesRecordsOfOthersAtTheNameAlone() {
        List<String> others = List.of(
                "other.example; accounturi=https://other.example/1",
                "sandbox-ca.test; accounturi=https://another.account/1; policy=wildcard",
                "what is this",
                "sandbox-ca.test; accounturi=");
        others.forEach(value -> world.sandbox.zones().add("example.com", "_validation-persist", "TXT", value));

        issue(YEAR, "example.com");
        time.move(Duration.ofDays(300));
        issue(YEAR, "example.com", "*.example.com");

        assertThat(world.zone())
                .hasSize(5)
                .containsAll(others.stream()
                        .map(value -> "_validation-persist TXT " + value)
                        .toList());
    }

    @Test
    void refreshesTheTimeInPlaceOnceLessThanAThirdIsLeft() {
        issue(YEAR, "example.com");
        String first = world.zone().get(0);
        assertThat(first).contains("; persistUntil=");

        time.move(Duration.ofDays(240));
        world.sandbox.calls().clear();
        issue(YEAR, "example.com");
        assertThat(world.calls()).isZero();

        time.move(Duration.ofDays(10));
        issue(YEAR, "example.com");
        assertThat(world.zone()).singleElement().isNotEqualTo(first);
        assertThat(world.calls("PATCH", "/dns-records/*/")).isEqualTo(1);
        assertThat(world.calls("GET", "/dns-zones/*/records/")).isEqualTo(1);
    }

    @Test
    void putsAnExpiredRecordRightInPlace() {
        issue(Duration.ofDays(30), "example.com");
        time.move(Duration.ofDays(31));

        IssuedCertificate issued = issue(Duration.ofDays(30), "example.com");

        assertThat(issued.chain()).isNotEmpty();
        assertThat(world.zone()).hasSize(1);
    }

    @Test
    void limitsARecordThatHadNoLimit() {
        issue(null, "example.com");

        issue(YEAR, "example.com");

        assertThat(world.zone()).singleElement().asString().startsWith(least() + "; persistUntil=");
    }

    @Test
    void goesOnWhereARefreshmentFailsAndTheRecordStillHolds() {
        issue(YEAR, "example.com");
        time.move(Duration.ofDays(300));
        List<String> before = world.zone();
        world.sandbox.faults().add(Fault.status(500).on("PATCH", "**").always());

        IssuedCertificate issued = issue(YEAR, "example.com");

        assertThat(issued.chain()).isNotEmpty();
        assertThat(world.zone()).isEqualTo(before);
    }

    @Test
    void leavesTheRecordAfterAnOrderThatFailed() {
        world.sandbox.acme().faults().failValidation("example.com", 1, Problem.of(ProblemType.CONNECTION, "no way"));

        assertThatThrownBy(() -> issue(null, "example.com")).isInstanceOf(CaException.class);
        assertThat(world.zone()).containsExactly(least());

        world.sandbox.calls().clear();
        issue(null, "example.com");
        assertThat(world.calls()).isZero();
    }

    @Test
    void writesWhereTheNameIsDelegatedTo() {
        world.sandbox.zones().add("example.com", "_validation-persist.www", "CNAME", "www.proofs.example.net");

        issue(null, "www.example.com");
        world.sandbox.calls().clear();
        issue(null, "www.example.com");

        assertThat(world.zone("proofs.example.net"))
                .containsExactly("www TXT sandbox-ca.test; accounturi=" + account());
        assertThat(world.calls()).isZero();
    }

    @Test
    void sharesOneRecordAtAnExplicitAlias() {
        world.sandbox.zones().add("example.com", "_validation-persist.a", "CNAME", "all.proofs.example.net");
        world.sandbox.zones().add("example.com", "_validation-persist.b", "CNAME", "all.proofs.example.net");
        CertificateIssuer issuer = world.issuer(
                world.solver()
                        .delegation(new Delegation.Alias(DomainName.of("all.proofs.example.net")))
                        .build(),
                IssueListener.NONE);

        issuer.issue(
                World.names("a.example.com", "b.example.com", "*.b.example.com")
                        .withChallenge(DnsChallengeType.DNS_PERSIST_01),
                null);

        assertThat(world.zone("proofs.example.net"))
                .containsExactly("all TXT sandbox-ca.test; accounturi=" + account() + "; policy=wildcard");
    }

    @Test
    void tellsWhatStandsAndWhatIsWritten() {
        List<String> news = new ArrayList<>();
        IssueListener listener = new IssueListener() {
            @Override
            public void proofStands(ProofDemand demand, ProofRecord record) {
                news.add("stands " + demand.orderName());
            }

            @Override
            public void proofWanted(ProofDemand demand, DomainName target) {
                news.add("wanted " + demand.orderName() + " at " + target);
            }

            @Override
            public void proofWritten(DomainName target, ProofChange change) {
                news.add(change + " " + target);
                throw new IllegalStateException("a listener's fault is its own");
            }
        };
        IssueOptions options =
                World.names("example.com", "*.example.com").withChallenge(DnsChallengeType.DNS_PERSIST_01);

        world.issuer(world.solver().build(), listener).issue(options, null);
        world.issuer(world.solver().build(), listener).issue(options, null);

        assertThat(news)
                .containsExactly(
                        "wanted example.com at _validation-persist.example.com",
                        "wanted *.example.com at _validation-persist.example.com",
                        "CREATED _validation-persist.example.com",
                        "stands example.com",
                        "stands *.example.com");
    }

    @Test
    void saysWhatTheCaOffersInstead() {
        world.close();
        world = World.start();

        assertThatThrownBy(() -> issue(null, "example.com"))
                .isInstanceOfSatisfying(
                        CaException.class, e -> assertThat(e.kind()).isEqualTo(CaException.Kind.REFUSED))
                .hasMessageContaining("offers no dns-persist-01 challenge for example.com; it offers dns-01");
        assertThat(world.zone()).isEmpty();
    }
}

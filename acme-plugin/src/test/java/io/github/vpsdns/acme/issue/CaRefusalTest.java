// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.ca.CaProblem;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a CA refuses, said in one sentence with its own words, and the zone clean in every case. */
class CaRefusalTest {
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

    private CaException refusal(String... names) {
        return catchThrowableOfType(CaException.class, () -> world.issuer().issue(World.names(names), null));
    }

    @Test
    void saysUntilWhenARateLimitLasts() {
        world.sandbox.acme().faults().always(Endpoint.NEW_ORDER, AcmeFault.rateLimited(Duration.ofHours(2)));

        CaException e = refusal("example.com");

        assertThat(e.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(e.isTransient()).isTrue();
        assertThat(e.retryAt().orElseThrow())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(110)),
                        Instant.now().plus(Duration.ofHours(3)));
        assertThat(e)
                .hasMessageContaining(
                        "ordering a certificate for example.com: the CA 127.0.0.1 has had too many requests")
                .hasMessageContaining("try again after " + e.retryAt().orElseThrow());
        assertThat(world.sandbox.acme().log().count(Endpoint.NEW_ORDER)).isEqualTo(1);
    }

    @Test
    void waitsOutARateLimitOfSeconds() {
        world.sandbox.acme().faults().next(Endpoint.NEW_ORDER, 2, AcmeFault.rateLimited(Duration.ofSeconds(1)));

        assertThat(world.issuer().issue(World.names("example.com"), null).chain())
                .isNotEmpty();
    }

    @Test
    void namesEachIdentifierThatIsRejected() {
        world.close();
        world = World.start(ca -> ca.refuse("a.example.com", "b.example.com"));

        CaException e = refusal("a.example.com", "b.example.com", "c.example.com");

        assertThat(e.kind()).isEqualTo(Kind.REFUSED);
        assertThat(e.isTransient()).isFalse();
        assertThat(e.problem().orElseThrow().type()).isEqualTo("rejectedIdentifier");
        assertThat(e.problem().orElseThrow().subproblems())
                .extracting(CaProblem::name)
                .containsExactlyInAnyOrder("a.example.com", "b.example.com");
        assertThat(e).hasMessageContaining("a.example.com: ").hasMessageContaining("b.example.com: ");
        assertThat(world.calls())
                .as("a look at the zones, before anything else")
                .isEqualTo(1);
    }

    @Test
    void passesOnWhatMustBeDoneFirst() {
        Problem problem = Problem.of(ProblemType.USER_ACTION_REQUIRED, "the terms have changed")
                .withInstance("https://ca.example/agree");
        world.sandbox.acme().faults().always(Endpoint.NEW_ORDER, new AcmeFault.Refusal(problem, null));

        CaException e = refusal("example.com");

        assertThat(e.kind()).isEqualTo(Kind.ACTION_REQUIRED);
        assertThat(e)
                .hasMessageContaining("the terms have changed")
                .hasMessageContaining("visit https://ca.example/agree");
    }

    @Test
    void saysWhichNameCaaForbids() {
        world.sandbox
                .acme()
                .faults()
                .failValidation("www.example.com", 1, Problem.of(ProblemType.CAA, "CAA forbids us"));

        CaException e = refusal("example.com", "www.example.com");

        assertThat(e.kind()).isEqualTo(Kind.CHALLENGE_FAILED);
        assertThat(e.isTransient()).isFalse();
        assertThat(e.names()).containsOnlyKeys("www.example.com");
        assertThat(e).hasMessage("the CA 127.0.0.1 did not accept the proof for www.example.com: CAA forbids us (caa)");
    }

    @Test
    void tellsAllNamesThatFailedAtOnce() {
        Problem wrong = Problem.of(ProblemType.DNS, "SERVFAIL");
        world.sandbox.acme().faults().failValidation("a.example.com", 1, wrong);
        world.sandbox.acme().faults().failValidation("c.example.com", 1, wrong);

        CaException e = refusal("a.example.com", "b.example.com", "c.example.com");

        assertThat(e.names()).containsOnlyKeys("a.example.com", "c.example.com");
        assertThat(e.isTransient()).isTrue();
    }

    @Test
    void givesUpOnACaThatDoesNotComeToAnEnd() {
        world.sandbox.acme().hold();
        IssueOptions hurried =
                World.names("example.com", "www.example.com").within(Duration.ofSeconds(10), Duration.ofSeconds(10));

        CaException e =
                catchThrowableOfType(CaException.class, () -> world.issuer().issue(hurried, null));

        assertThat(e.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(e).hasMessage("the CA 127.0.0.1 has not validated example.com, www.example.com within 10 s");
    }

    @Test
    void saysWhyAnOrderBecameInvalid() {
        world.sandbox.acme().faults().failIssuing(1, Problem.of(ProblemType.BAD_CSR, "we do not sign this"));

        CaException e = refusal("example.com");

        assertThat(e.kind()).isEqualTo(Kind.REFUSED);
        assertThat(e).hasMessageContaining("we do not sign this (badCSR)");
    }

    @Test
    void doesNotRepeatWhatTheCaRefusesForGood() {
        world.sandbox
                .acme()
                .faults()
                .always(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.MALFORMED, "what is this"));

        assertThat(refusal("example.com")).hasMessageContaining("refused: what is this (malformed)");
        assertThat(world.sandbox.acme().log().count(Endpoint.NEW_ORDER)).isEqualTo(1);
    }
}

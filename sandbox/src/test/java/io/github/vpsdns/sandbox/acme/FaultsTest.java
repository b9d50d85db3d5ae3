// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.AcmeFault;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import io.github.vpsdns.sandbox.acme.model.RetryAfter;
import io.github.vpsdns.sandbox.acme.model.Subproblem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.OrderBuilder;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.exception.AcmeUserActionRequiredException;

/** Scripted problems, as acme4j meets them. */
class FaultsTest {
    private static final String ORDER = "{\"identifiers\":[{\"type\":\"dns\",\"value\":\"example.com\"}]}";

    private AcmeWorld world;
    private Login login;
    private OrderBuilder builder;

    @BeforeEach
    void start() throws Exception {
        world = new AcmeWorld();
        login = world.login();
        builder = login.newOrder().domain("example.com");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void rateLimitTellsWhenToComeBack() {
        world.ca.faults().next(Endpoint.NEW_ORDER, AcmeFault.rateLimited(Duration.ofMinutes(5)));

        assertThatThrownBy(builder::create)
                .isInstanceOfSatisfying(
                        AcmeRateLimitedException.class,
                        e -> assertThat(e.getRetryAfter().orElseThrow())
                                .isBetween(
                                        Instant.now().plusSeconds(290),
                                        Instant.now().plusSeconds(310)));
    }

    @Test
    void rateLimitMayTellItAsADate() {
        Problem problem = Problem.of(ProblemType.RATE_LIMITED, "slow down");
        world.ca
                .faults()
                .next(Endpoint.NEW_ORDER, new AcmeFault.Refusal(problem, RetryAfter.date(Duration.ofMinutes(5))));

        assertThatThrownBy(builder::create)
                .isInstanceOfSatisfying(
                        AcmeRateLimitedException.class,
                        e -> assertThat(e.getRetryAfter().orElseThrow())
                                .isBetween(
                                        Instant.now().plusSeconds(290),
                                        Instant.now().plusSeconds(310)));
    }

    @Test
    void faultIsUsedUp() throws Exception {
        world.ca.faults().next(Endpoint.NEW_ORDER, 2, AcmeFault.problem(ProblemType.SERVER_INTERNAL, "broken"));

        assertThatThrownBy(builder::create).isInstanceOf(AcmeServerException.class);
        assertThatThrownBy(builder::create).isInstanceOf(AcmeServerException.class);
        assertThat(builder.create().getStatus()).isEqualTo(Status.PENDING);
    }

    @Test
    void faultMayLetSomeThrough() throws Exception {
        world.ca.faults().add(Endpoint.NEW_ORDER, 1, 1, AcmeFault.problem(ProblemType.SERVER_INTERNAL, "broken"));

        assertThat(builder.create().getStatus()).isEqualTo(Status.PENDING);
        assertThatThrownBy(builder::create).isInstanceOf(AcmeServerException.class);
    }

    @Test
    void faultMayLastUntilCleared() throws Exception {
        world.ca.faults().always(Endpoint.NEW_ORDER, AcmeFault.problem(ProblemType.SERVER_INTERNAL, "broken"));
        assertThatThrownBy(builder::create).isInstanceOf(AcmeServerException.class);
        assertThatThrownBy(builder::create).isInstanceOf(AcmeServerException.class);
        world.ca.faults().clear();

        assertThat(builder.create().getStatus()).isEqualTo(Status.PENDING);
    }

    @Test
    void userActionNamesAPage() {
        Problem problem = Problem.of(ProblemType.USER_ACTION_REQUIRED, "unpause your account")
                .withInstance("https://example.com/unpause");
        world.ca.faults().next(Endpoint.NEW_ORDER, new AcmeFault.Refusal(problem, null));

        assertThatThrownBy(builder::create)
                .isInstanceOfSatisfying(
                        AcmeUserActionRequiredException.class,
                        e -> assertThat(e.getProblem().getInstance())
                                .contains(URI.create("https://example.com/unpause")));
    }

    @Test
    void loadBalancersPageIsNoProblemDocument() throws Exception {
        world.ca.faults().next(Endpoint.NEW_ORDER, AcmeFault.unavailable(Duration.ofSeconds(7)));
        RawAcme client = new RawAcme(world.ca).register();
        RawAcme.Answer answer = client.post(client.url("newOrder"), ORDER);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        assertThat(answer.header("Replay-Nonce")).isNull();
    }

    @Test
    void connectionIsCutBeforeAnythingIsDone() {
        world.ca.faults().next(Endpoint.NEW_ORDER, AcmeFault.dropBefore());

        assertThatThrownBy(builder::create).isInstanceOf(AcmeNetworkException.class);
        assertThat(world.ca.log().events(AcmeEvent.OrderCreated.class)).isEmpty();
    }

    @Test
    void connectionIsCutAfterAllIsDone() {
        world.ca.faults().next(Endpoint.NEW_ORDER, AcmeFault.dropAfter());

        assertThatThrownBy(builder::create).isInstanceOf(AcmeNetworkException.class);
        assertThat(world.ca.log().events(AcmeEvent.OrderCreated.class)).hasSize(1);
    }

    @Test
    void delayedRequestIsHandled() throws Exception {
        world.ca.faults().next(Endpoint.NEW_ORDER, AcmeFault.delay(Duration.ofMillis(300)));
        long start = System.nanoTime();
        builder.create();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void badNonceIsGotOver() throws Exception {
        world.ca.faults().next(Endpoint.NEW_ORDER, 3, AcmeFault.badNonce());

        assertThat(builder.create().getStatus()).isEqualTo(Status.PENDING);
        assertThat(world.ca.log().count(Endpoint.NEW_ORDER)).isEqualTo(4);
    }

    @Test
    void manyBadNoncesAreGotOver() throws Exception {
        try (AcmeWorld unlucky =
                new AcmeWorld(settings -> settings.badNoncePercent(40).seed(1))) {
            assertThat(unlucky.issue(unlucky.login(), "example.com").getCertificate())
                    .isNotNull();
            assertThat(unlucky.ca.log().events(AcmeEvent.Request.class))
                    .filteredOn(request -> request.status() == 400)
                    .isNotEmpty();
        }
    }

    @Test
    void validationFailsByScriptWhateverTheRecordsSay() throws Exception {
        world.ca.faults().failValidation("example.com", 1, Problem.of(ProblemType.CAA, "CAA record prevents issuance"));
        Order order = builder.create();
        var authorization = order.getAuthorizations().get(0);
        Dns01Challenge challenge =
                authorization.findChallenge(Dns01Challenge.class).orElseThrow();
        world.dns.add(challenge.getRRName(authorization.getIdentifier()), challenge.getDigest());
        challenge.trigger();
        challenge.waitForCompletion(AcmeWorld.DEADLINE);

        assertThat(challenge.getError().orElseThrow().getType())
                .isEqualTo(URI.create("urn:ietf:params:acme:error:caa"));
    }

    @Test
    void issuingFailsByScriptWithSubproblems() throws Exception {
        Problem caa = Problem.of(ProblemType.CAA, "rechecking CAA")
                .withSubproblems(List.of(new Subproblem(ProblemType.CAA, "CAA record prevents it", "example.com")));
        world.ca.faults().failIssuing(1, caa);
        Order order = builder.create();
        world.prove(order);
        order.execute(AcmeWorld.p256());
        order.waitForCompletion(AcmeWorld.DEADLINE);

        assertThat(order.getStatus()).isEqualTo(Status.INVALID);
        assertThat(order.getError().orElseThrow().getSubProblems())
                .singleElement()
                .satisfies(sub -> assertThat(sub.getIdentifier().orElseThrow().getDomain())
                        .isEqualTo("example.com"));
    }

    @Test
    void slowIssuingIsWaitedFor() throws Exception {
        try (AcmeWorld slow = new AcmeWorld(
                settings -> settings.issuingDelay(Duration.ofMillis(400)).patience(Duration.ZERO))) {
            assertThat(slow.issue(slow.login(), "example.com").getCertificate()).isNotNull();
            assertThat(slow.ca.log().count(Endpoint.ORDER)).isPositive();
        }
    }

    @Test
    void heldFinalizationIsProcessing() throws Exception {
        Order order = builder.create();
        world.prove(order);
        world.ca.hold();
        order.execute(AcmeWorld.p256());

        assertThat(order.getStatus()).isEqualTo(Status.PROCESSING);
    }
}

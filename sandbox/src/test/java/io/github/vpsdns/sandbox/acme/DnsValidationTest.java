// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.acme.control.Endpoint;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import org.shredzone.acme4j.challenge.DnsAccount01Challenge;
import org.xbill.DNS.Rcode;

/** Challenges, looked up at a real name server. */
class DnsValidationTest {
    private static final String NAME = "_acme-challenge.example.com";

    private TxtServer second;
    private AcmeWorld world;
    private Order order;
    private Authorization authorization;
    private Dns01Challenge challenge;

    @BeforeEach
    void start() throws Exception {
        second = new TxtServer();
        world = new AcmeWorld(settings -> settings.dnsTimeout(Duration.ofSeconds(1)));
        begin(world);
    }

    private void begin(AcmeWorld where) throws Exception {
        order = where.login().newOrder().domain("example.com").create();
        authorization = order.getAuthorizations().get(0);
        challenge = authorization.findChallenge(Dns01Challenge.class).orElseThrow();
    }

    @AfterEach
    void stop() {
        world.close();
        second.close();
    }

    private Problem failure() throws Exception {
        challenge.trigger();
        assertThat(challenge.waitForCompletion(AcmeWorld.DEADLINE)).isEqualTo(Status.INVALID);
        return challenge.getError().orElseThrow();
    }

    private Status outcome() throws Exception {
        challenge.trigger();
        return challenge.waitForCompletion(AcmeWorld.DEADLINE);
    }

    @Test
    void findsTheValueAmongOthers() throws Exception {
        world.dns.add(NAME, "other");
        world.dns.add(NAME, challenge.getDigest());
        world.dns.add(NAME, "another");

        assertThat(outcome()).isEqualTo(Status.VALID);
    }

    @Test
    void joinsTheStringsOfARecord() throws Exception {
        String digest = challenge.getDigest();
        world.dns.add(NAME, digest.substring(0, 10), digest.substring(10));

        assertThat(outcome()).isEqualTo(Status.VALID);
    }

    @Test
    void followsAliases() throws Exception {
        world.dns.alias(NAME, "a.delegated.example");
        world.dns.alias("a.delegated.example", "b.delegated.example");
        world.dns.add("b.delegated.example", challenge.getDigest());

        assertThat(outcome()).isEqualTo(Status.VALID);
    }

    @Test
    void givesUpOnAliasesThatGoInCircles() throws Exception {
        world.dns.alias(NAME, "a.delegated.example");
        world.dns.alias("a.delegated.example", NAME);

        assertThat(failure().getDetail().orElseThrow()).contains("too many CNAMEs");
    }

    @Test
    void tellsOfAWrongValue() throws Exception {
        world.dns.add(NAME, "wrong");
        world.dns.add(NAME, "wronger");
        Problem problem = failure();

        assertThat(problem.getType().toString()).endsWith(":unauthorized");
        assertThat(problem.getDetail().orElseThrow())
                .startsWith("Incorrect TXT record \"wrong\" (and 1 more) found at " + NAME);
    }

    @Test
    void tellsOfAMissingName() throws Exception {
        Problem problem = failure();

        assertThat(problem.getType().toString()).endsWith(":dns");
        assertThat(problem.getDetail().orElseThrow()).contains("NXDOMAIN looking up TXT for " + NAME);
    }

    @ParameterizedTest
    @CsvSource({Rcode.SERVFAIL + ", SERVFAIL", Rcode.REFUSED + ", REFUSED"})
    void tellsOfAServerThatRefuses(int rcode, String word) throws Exception {
        world.dns.failWith(rcode);

        assertThat(failure().getDetail().orElseThrow()).contains("DNS problem: " + word);
    }

    @Test
    void tellsOfAServerThatIsSilent() throws Exception {
        world.dns.beSilent();

        assertThat(failure().getDetail().orElseThrow()).contains("query timed out");
    }

    @Test
    void failureMakesAuthorizationAndOrderInvalid() throws Exception {
        failure();
        authorization.fetch();
        order.fetch();

        assertThat(authorization.getStatus()).isEqualTo(Status.INVALID);
        assertThat(order.getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void takesAllServersThatAgree() throws Exception {
        world.nameServers.add(second);
        world.dns.add(NAME, challenge.getDigest());
        second.add(NAME, challenge.getDigest());

        assertThat(outcome()).isEqualTo(Status.VALID);
    }

    @Test
    void failsIfOneServerLagsBehind() throws Exception {
        world.nameServers.add(second);
        world.dns.add(NAME, challenge.getDigest());

        assertThat(failure().getDetail().orElseThrow())
                .contains(":" + second.address().getPort());
    }

    @Test
    void asksTheServersOfTheMoment() throws Exception {
        world.nameServers.set(0, second);
        second.add(NAME, challenge.getDigest());

        assertThat(outcome()).isEqualTo(Status.VALID);
    }

    @Test
    void failsWithoutAnyServer() throws Exception {
        world.nameServers.clear();

        assertThat(failure().getDetail().orElseThrow()).contains("no name server");
    }

    @Test
    void looksAtTheAccountsOwnNameForDnsAccount() throws Exception {
        DnsAccount01Challenge account =
                authorization.findChallenge(DnsAccount01Challenge.class).orElseThrow();
        world.dns.add(account.getRRName(authorization.getIdentifier()), account.getDigest());
        account.trigger();

        assertThat(account.waitForCompletion(AcmeWorld.DEADLINE)).isEqualTo(Status.VALID);
    }

    @Test
    void provenAuthorizationListsOnlyTheChallengeUsed() throws Exception {
        world.dns.add(NAME, challenge.getDigest());
        outcome();
        authorization.fetch();

        assertThat(authorization.getChallenges())
                .singleElement()
                .satisfies(only -> assertThat(only.getType()).isEqualTo("dns-01"));
    }

    @Test
    void triggeringTwiceLooksOnce() throws Exception {
        world.dns.add(NAME, challenge.getDigest());
        outcome();
        challenge.trigger();

        assertThat(challenge.getStatus()).isEqualTo(Status.VALID);
        assertThat(world.ca.log().events(AcmeEvent.ChallengeTriggered.class)).hasSize(1);
    }

    @Test
    void heldChallengeIsProcessingUntilReleased() throws Exception {
        world.dns.add(NAME, challenge.getDigest());
        world.ca.hold();
        challenge.trigger();
        challenge.fetch();
        assertThat(challenge.getStatus()).isEqualTo(Status.PROCESSING);

        world.ca.release();

        await().atMost(AcmeWorld.DEADLINE)
                .untilAsserted(() -> assertThat(world.ca.log().events(AcmeEvent.ChallengeValidated.class))
                        .hasSize(1));
    }

    @Test
    void authorizationDeactivatedWhileHeldStaysSo() throws Exception {
        world.dns.add(NAME, challenge.getDigest());
        world.ca.hold();
        challenge.trigger();
        authorization.deactivate();
        world.ca.release();
        await().atMost(AcmeWorld.DEADLINE)
                .until(() -> !world.ca
                        .log()
                        .events(AcmeEvent.ChallengeValidated.class)
                        .isEmpty());
        authorization.fetch();

        assertThat(authorization.getStatus()).isEqualTo(Status.DEACTIVATED);
    }

    @Test
    void delayedValidationMakesTheClientPoll() throws Exception {
        try (AcmeWorld slow = new AcmeWorld(
                settings -> settings.validationDelay(Duration.ofMillis(500)).patience(Duration.ZERO))) {
            begin(slow);
            slow.dns.add(NAME, challenge.getDigest());

            assertThat(outcome()).isEqualTo(Status.VALID);
            assertThat(slow.ca.log().count(Endpoint.CHALLENGE)).isGreaterThan(1);
        }
    }

    @Test
    void tellsThoseWhoWaitWhenToAskAgain() throws Exception {
        RawAcme client = new RawAcme(world.ca).register();
        RawAcme.Answer placed =
                client.post(client.url("newOrder"), "{\"identifiers\":[{\"type\":\"dns\",\"value\":\"example.net\"}]}");
        String url = placed.json().path("authorizations").path(0).stringValue();

        assertThat(client.post(url, "").header("Retry-After")).isEqualTo("1");
    }

    @Test
    void mayTellItAsADate() throws Exception {
        try (AcmeCa ca = AcmeCa.builder().pollIntervalAsDate(true).start()) {
            RawAcme client = new RawAcme(ca).register();
            RawAcme.Answer placed = client.post(
                    client.url("newOrder"), "{\"identifiers\":[{\"type\":\"dns\",\"value\":\"example.net\"}]}");
            String url = placed.json().path("authorizations").path(0).stringValue();

            assertThat(client.post(url, "").header("Retry-After"))
                    .matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        }
    }

    @Test
    void reusesAProvenAuthorizationIfToldTo() throws Exception {
        try (AcmeWorld reusing = new AcmeWorld(settings -> settings.authorizationReuse(true))) {
            var login = reusing.login();
            reusing.issue(login, "example.com");
            Order again = login.newOrder().domain("example.com").create();

            assertThat(again.getStatus()).isEqualTo(Status.READY);
        }
    }

    @Test
    void provenNameIsNotTheWildcard() throws Exception {
        try (AcmeWorld reusing = new AcmeWorld(settings -> settings.authorizationReuse(true))) {
            var login = reusing.login();
            reusing.issue(login, "example.com");
            Order wildcard = login.newOrder().domain("*.example.com").create();

            assertThat(wildcard.getStatus()).isEqualTo(Status.PENDING);
        }
    }

    @Test
    void reusesAPendingAuthorizationIfToldTo() throws Exception {
        try (AcmeWorld reusing = new AcmeWorld(settings -> settings.pendingAuthorizationReuse(true))) {
            var login = reusing.login();
            Order first = login.newOrder().domain("example.com").create();
            Order next = login.newOrder().domain("example.com").create();

            assertThat(next.getAuthorizations().get(0).getLocation())
                    .isEqualTo(first.getAuthorizations().get(0).getLocation());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** Whether the owner lets the CA issue (RFC 8659, RFC 8657). */
class CaaTest {
    private AcmeWorld world;
    private Login login;

    @BeforeEach
    void start() throws Exception {
        world = new AcmeWorld();
        login = world.login();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Dns01Challenge proving(String name) throws Exception {
        Authorization authorization =
                login.newOrder().domain(name).create().getAuthorizations().get(0);
        Dns01Challenge challenge =
                authorization.findChallenge(Dns01Challenge.class).orElseThrow();
        world.dns.add(challenge.getRRName(authorization.getIdentifier()), challenge.getDigest());
        challenge.trigger();
        challenge.waitForCompletion(AcmeWorld.DEADLINE);
        return challenge;
    }

    private String problem(String name) throws Exception {
        return proving(name).getError().flatMap(Problem::getDetail).orElse("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sandbox-ca.test",
                "Sandbox-CA.test; ",
                "sandbox-ca.test; validationmethods=http-01,dns-01",
                "sandbox-ca.test; other=1"
            })
    void allowsWhatNamesIt(String value) throws Exception {
        world.dns.addCaa("example.com", 0, "issue", value);

        assertThat(proving("example.com").getStatus()).isEqualTo(Status.VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "letsencrypt.org",
                ";",
                "sandbox-ca.test; validationmethods=http-01",
                "sandbox-ca.test; accounturi=https://ca.example/account/1",
                "sandbox-ca.test; a=1; a=2"
            })
    void refusesWhatDoesNot(String value) throws Exception {
        world.dns.addCaa("example.com", 0, "issue", value);

        assertThat(problem("example.com")).isEqualTo("CAA record for example.com prevents issuance");
    }

    @Test
    void allowsTheAccountNamed() throws Exception {
        world.dns.addCaa(
                "example.com",
                0,
                "issue",
                "sandbox-ca.test; accounturi=" + login.getAccount().getLocation());

        assertThat(problem("example.com")).isEqualTo("none");
    }

    @Test
    void obeysTheNearestParentThatHasRecords() throws Exception {
        world.dns.addCaa("example.com", 0, "issue", "letsencrypt.org");

        assertThat(problem("a.b.example.com")).isEqualTo("CAA record for example.com prevents issuance");
    }

    @Test
    void recordsOfAChildHideTheParents() throws Exception {
        world.dns.addCaa("example.com", 0, "issue", "letsencrypt.org");
        world.dns.addCaa("www.example.com", 0, "issue", "sandbox-ca.test");

        assertThat(problem("www.example.com")).isEqualTo("none");
    }

    @Test
    void wildcardObeysItsOwnProperty() throws Exception {
        world.dns.addCaa("example.com", 0, "issue", "letsencrypt.org");
        world.dns.addCaa("example.com", 0, "issuewild", "sandbox-ca.test");

        assertThat(problem("*.example.com")).isEqualTo("none");
        assertThat(problem("example.com")).contains("prevents issuance");
    }

    @Test
    void recordsThatNameNoIssuerAllowAll() throws Exception {
        world.dns.addCaa("example.com", 0, "iodef", "mailto:security@example.com");

        assertThat(problem("example.com")).isEqualTo("none");
    }

    @Test
    void refusesACriticalPropertyItDoesNotKnow() throws Exception {
        world.dns.addCaa("example.com", 0, "issue", "sandbox-ca.test");
        world.dns.addCaa("example.com", 128, "tbs", "unknown");

        assertThat(problem("example.com")).contains("prevents issuance");
    }

    @Test
    void doesNotIssueIfItCannotKnow() throws Exception {
        world.dns.failWith(Rcode.SERVFAIL, Type.CAA);

        assertThat(problem("example.com")).isEqualTo("DNS problem: SERVFAIL looking up CAA for example.com");
    }

    @Test
    void takesRefusalForNothingSaid() throws Exception {
        world.dns.failWith(Rcode.REFUSED, Type.CAA);

        assertThat(problem("example.com")).isEqualTo("none");
    }

    @Test
    void canBeToldNotToLook() throws Exception {
        try (AcmeWorld careless = new AcmeWorld(settings -> settings.checkCaa(false))) {
            careless.dns.addCaa("example.com", 0, "issue", "letsencrypt.org");

            assertThat(careless.issue(careless.login(), "example.com").getCertificate())
                    .isNotNull();
        }
    }
}

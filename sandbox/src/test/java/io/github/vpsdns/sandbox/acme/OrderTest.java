// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.util.CSRBuilder;

/** Orders and their states (RFC 8555 §7.1.6, §7.4). */
class OrderTest {
    private final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private AcmeWorld world;
    private Login login;

    @BeforeEach
    void start() throws Exception {
        world = new AcmeWorld(settings -> settings.clock(clock).refuse("forbidden.example"));
        login = world.login();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void isPendingUntilAllNamesAreProven() throws Exception {
        Order order = login.newOrder().domains("example.com", "example.net").create();

        assertThat(order.getStatus()).isEqualTo(Status.PENDING);
        assertThat(order.getAuthorizations())
                .extracting(Authorization::getStatus)
                .containsOnly(Status.PENDING);
    }

    @Test
    void isReadyOnceAllNamesAreProven() throws Exception {
        Order order = login.newOrder().domains("example.com", "*.example.com").create();
        world.prove(order);

        assertThat(order.getStatus()).isEqualTo(Status.READY);
    }

    @Test
    void isInvalidAfterItsTime() throws Exception {
        Order order = login.newOrder().domain("example.com").create();
        clock.advance(Duration.ofHours(8));
        order.fetch();

        assertThat(order.getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void isInvalidOnceAnAuthorizationExpired() throws Exception {
        Order order = login.newOrder().domain("example.com").create();
        clock.advance(Duration.ofHours(1));
        order.fetch();

        assertThat(order.getStatus()).isEqualTo(Status.INVALID);
        assertThat(order.getAuthorizations().get(0).getStatus()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void isInvalidOnceAnAuthorizationIsDeactivated() throws Exception {
        Order order = login.newOrder().domains("example.com", "example.net").create();
        order.getAuthorizations().get(1).deactivate();
        order.fetch();

        assertThat(order.getStatus()).isEqualTo(Status.INVALID);
    }

    @Test
    void wildcardAuthorizationNamesTheDomainAndTellsSo() throws Exception {
        Authorization authorization = login.newOrder()
                .domain("*.example.com")
                .create()
                .getAuthorizations()
                .get(0);

        assertThat(authorization.getIdentifier().getDomain()).isEqualTo("example.com");
        assertThat(authorization.isWildcard()).isTrue();
    }

    @Test
    void tellsItsProfile() throws Exception {
        Order order =
                login.newOrder().domain("example.com").profile("shortlived").create();

        assertThat(order.getProfile()).isEqualTo("shortlived");
    }

    @Test
    void refusesAProfileThatIsNotOffered() throws Exception {
        RawAcme client = new RawAcme(world.ca).register();

        assertThat(client.post(client.url("newOrder"), order("example.com", ",\"profile\":\"gold\""))
                        .problem())
                .isEqualTo("400 invalidProfile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "example.com.",
                "*.*.example.com",
                "www.*.example.com",
                "-a.example.com",
                "a_b.example.com",
                "192.0.2.1",
                "exa mple.com",
                "*",
                ""
            })
    void refusesWhatIsNoDomain(String name) throws Exception {
        RawAcme client = new RawAcme(world.ca).register();

        assertThat(client.post(client.url("newOrder"), order(name, "")).problem())
                .isEqualTo("400 malformed");
    }

    @Test
    void takesNamesInAnyCaseOnce() throws Exception {
        Order order = login.newOrder().domains("Example.COM", "example.com").create();

        assertThat(order.getIdentifiers()).hasSize(1);
    }

    @Test
    void refusesOtherIdentifiersThanDns() throws Exception {
        RawAcme client = new RawAcme(world.ca).register();

        assertThat(client.post(client.url("newOrder"), "{\"identifiers\":[{\"type\":\"ip\",\"value\":\"192.0.2.1\"}]}")
                        .problem())
                .isEqualTo("400 unsupportedIdentifier");
    }

    @Test
    void refusesAnOrderForNothing() throws Exception {
        RawAcme client = new RawAcme(world.ca).register();

        assertThat(client.post(client.url("newOrder"), "{\"identifiers\":[]}").problem())
                .isEqualTo("400 malformed");
    }

    @Test
    void namesEachRefusedDomainInASubproblem() {
        assertThatThrownBy(() -> login.newOrder()
                        .domains("a.forbidden.example", "example.com", "forbidden.example")
                        .create())
                .isInstanceOfSatisfying(AcmeServerException.class, e -> {
                    assertThat(e.getType()).isEqualTo(URI.create("urn:ietf:params:acme:error:rejectedIdentifier"));
                    assertThat(e.getProblem().getSubProblems())
                            .extracting(
                                    each -> each.getIdentifier().orElseThrow().getDomain())
                            .containsExactly("a.forbidden.example", "forbidden.example");
                });
    }

    @Test
    void respectsTheValidityAskedFor() throws Exception {
        Instant start = clock.instant().minus(Duration.ofDays(1));
        Instant end = clock.instant().plus(Duration.ofDays(2));
        var certificate = world.issue(
                        login,
                        login.newOrder().domain("example.com").notBefore(start).notAfter(end))
                .getCertificate();

        assertThat(certificate.getNotBefore().toInstant()).isEqualTo(start);
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(end);
    }

    @Test
    void refusesAValidityLongerThanTheProfiles() {
        assertThatThrownBy(() -> login.newOrder()
                        .domain("example.com")
                        .notAfter(clock.instant().plus(Duration.ofDays(91)))
                        .create())
                .hasMessageContaining("notAfter");
    }

    @Test
    void isNotFinalizedBeforeItIsReady() throws Exception {
        RawAcme client = new RawAcme(world.ca).register();
        RawAcme.Answer order = client.post(client.url("newOrder"), order("example.com", ""));

        assertThat(client.post(order.json().path("finalize").stringValue(), "{\"csr\":\"AAAA\"}")
                        .problem())
                .isEqualTo("403 orderNotReady");
    }

    @Test
    void doesNotShowTheOrderOfAnother() throws Exception {
        RawAcme owner = new RawAcme(world.ca).register();
        RawAcme stranger = new RawAcme(world.ca).register();
        String order =
                owner.post(owner.url("newOrder"), order("example.com", "")).header("Location");

        assertThat(stranger.post(order, "").problem()).isEqualTo("403 unauthorized");
    }

    @Test
    void refusesACsrForOtherNames() throws Exception {
        assertThat(finalizing(csr(AcmeWorld.p256(), "example.com", "www.example.com")))
                .endsWith("badCSR");
    }

    @Test
    void refusesTheAccountsKey() throws Exception {
        KeyPair key = AcmeWorld.p256();
        login = world.login(key);

        assertThat(finalizing(csr(key, "example.com"))).endsWith("badCSR");
    }

    @Test
    void refusesAWeakRsaKey() throws Exception {
        assertThat(finalizing(csr(AcmeWorld.rsa(1024), "example.com"))).endsWith("badPublicKey");
    }

    @ParameterizedTest
    @CsvSource("secp521r1")
    void refusesACurveThatBrowsersDoNotTake(String curve) throws Exception {
        assertThat(finalizing(csr(AcmeWorld.key(curve), "example.com"))).endsWith("badPublicKey");
    }

    @Test
    void refusesWhatIsNoCsr() throws Exception {
        assertThat(finalizing(new byte[] {0x30, 0x03, 0x02, 0x01, 0x05})).endsWith("badCSR");
    }

    @Test
    void refusesACsrWhoseSignatureDoesNotVerify() throws Exception {
        byte[] csr = csr(AcmeWorld.rsa(2048), "example.com");
        csr[csr.length - 1] ^= 1;

        assertThat(finalizing(csr)).endsWith("badCSR");
    }

    private String finalizing(byte[] csr) throws Exception {
        Order order = login.newOrder().domain("example.com").create();
        world.prove(order);
        try {
            order.execute(csr);
            return "no problem";
        } catch (AcmeServerException e) {
            return e.getType().toString();
        }
    }

    private static byte[] csr(KeyPair key, String... names) throws IOException {
        CSRBuilder builder = new CSRBuilder();
        builder.addDomains(names);
        builder.sign(key);
        return builder.getEncoded();
    }

    private static String order(String name, String more) {
        return "{\"identifiers\":[{\"type\":\"dns\",\"value\":\"" + name + "\"}]" + more + "}";
    }
}

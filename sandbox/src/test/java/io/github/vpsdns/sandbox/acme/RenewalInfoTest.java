// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.RenewalInfo;
import org.shredzone.acme4j.exception.AcmeServerException;

/** Renewal information and replacement (RFC 9773). */
class RenewalInfoTest {
    private AcmeWorld world;
    private Login login;
    private Certificate certificate;

    @BeforeEach
    void start() throws Exception {
        world = new AcmeWorld();
        login = world.login();
        certificate = world.issue(login, "example.com", "www.example.com");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void windowSurroundsTheLastThirdsBeginning() throws Exception {
        RenewalInfo info = certificate.getRenewalInfo();
        Instant end = certificate.getCertificate().getNotAfter().toInstant();

        assertThat(info.getSuggestedWindowStart()).isBefore(end.minus(Duration.ofDays(30)));
        assertThat(info.getSuggestedWindowEnd()).isAfter(end.minus(Duration.ofDays(30)));
        assertThat(Duration.between(info.getSuggestedWindowStart(), info.getSuggestedWindowEnd()))
                .isBetween(Duration.ofHours(86), Duration.ofHours(87));
    }

    @Test
    void windowOfAShortLivedCertificateIsAtHalfItsLife() throws Exception {
        Certificate shortLived =
                world.issue(login, login.newOrder().domain("example.com").profile("shortlived"));
        Instant middle = shortLived.getCertificate().getNotBefore().toInstant().plus(Duration.ofHours(80));

        assertThat(shortLived.getRenewalInfo().getSuggestedWindowStart()).isBefore(middle);
        assertThat(shortLived.getRenewalInfo().getSuggestedWindowEnd()).isAfter(middle);
    }

    @Test
    void isToBeAskedForEverySixHours() throws Exception {
        assertThat(new RawAcme(world.ca).get(infoUrl()).header("Retry-After")).isEqualTo("21600");
    }

    @Test
    void windowIsOverOnceRevoked() throws Exception {
        certificate.revoke();
        RenewalInfo info = login.bindRenewalInfo(certificate.getCertificate());

        assertThat(info.getSuggestedWindowEnd()).isBefore(Instant.now());
        assertThat(info.getExplanation()).isPresent();
    }

    @Test
    void windowCanBeMoved() throws Exception {
        Instant start = Instant.parse("2031-01-01T00:00:00Z");
        Instant end = start.plusSeconds(60);
        world.ca.moveRenewalWindow(certificate.getCertificate(), start, end, "https://example.com/why");
        RenewalInfo info = certificate.getRenewalInfo();

        assertThat(info.getSuggestedWindowStart()).isEqualTo(start);
        assertThat(info.getSuggestedWindowEnd()).isEqualTo(end);
        assertThat(info.getExplanation())
                .contains(URI.create("https://example.com/why").toURL());
    }

    @Test
    void windowCannotEndBeforeItStarts() {
        Instant start = Instant.parse("2031-01-01T00:00:00Z");

        assertThatThrownBy(() -> world.ca.moveRenewalWindow(certificate.getCertificate(), start, start, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not after its start");
    }

    @Test
    void unknownCertificateIsNotFound() throws Exception {
        RawAcme client = new RawAcme(world.ca);
        String url = client.url("renewalInfo") + "/aYhba4dGQEHhs3uEe6CuLN4ByNQ.AIdlQyE";

        assertThat(client.get(url).problem()).isEqualTo("404 malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a.b.c", ".AIdlQyE", "aYhb.", "aYhba4dGQEHhs3uEe6CuLN4ByNQ=.AIdlQyE", "a%24b.AA"})
    void misshapenCertIdIsRefused(String certId) throws Exception {
        RawAcme client = new RawAcme(world.ca);

        assertThat(client.get(client.url("renewalInfo") + "/" + certId).problem())
                .isEqualTo("400 malformed");
    }

    @Test
    void orderNamesWhatItReplaces() throws Exception {
        login.newOrder()
                .domain("example.com")
                .replaces(certificate.getCertificate())
                .create();

        assertThat(world.ca.log().events(AcmeEvent.OrderCreated.class))
                .last()
                .satisfies(order -> assertThat(order.replaces())
                        .isEqualTo(world.ca.log().issued().get(0).certId()));
    }

    @Test
    void certificateIsReplacedOnlyOnce() throws Exception {
        login.newOrder()
                .domain("example.com")
                .replaces(certificate.getCertificate())
                .create();

        assertThat(problemOfReplacing(login, "example.com"))
                .isEqualTo("409 urn:ietf:params:acme:error:alreadyReplaced");
    }

    @Test
    void invalidSuccessorDoesNotCount() throws Exception {
        Order failed = login.newOrder()
                .domain("example.com")
                .replaces(certificate.getCertificate())
                .create();
        failed.getAuthorizations().get(0).deactivate();

        assertThat(problemOfReplacing(login, "example.com")).isEqualTo("none");
    }

    @Test
    void successorMustShareAName() throws Exception {
        assertThatThrownBy(() -> login.newOrder()
                        .domain("example.net")
                        .replaces(certificate.getCertificate())
                        .create())
                .hasMessageContaining("do not match any identifiers in the certificate being replaced");
    }

    @Test
    void successorMustBeOfTheSameAccount() throws Exception {
        Login stranger = world.login();

        assertThatThrownBy(() -> stranger.newOrder()
                        .domain("example.com")
                        .replaces(certificate.getCertificate())
                        .create())
                .hasMessageContaining("requester account did not request the certificate being replaced");
    }

    @ParameterizedTest
    @CsvSource({"aYhba4dGQEHhs3uEe6CuLN4ByNQ.AIdlQyE, 404 malformed", "nonsense, 400 malformed"})
    void predecessorMustBeKnown(String certId, String problem) throws Exception {
        RawAcme client = new RawAcme(world.ca).register();

        assertThat(client.post(
                                client.url("newOrder"),
                                "{\"identifiers\":[{\"type\":\"dns\",\"value\":\"example.com\"}],\"replaces\":\""
                                        + certId + "\"}")
                        .problem())
                .isEqualTo(problem);
    }

    private String problemOfReplacing(Login by, String name) throws Exception {
        try {
            by.newOrder().domain(name).replaces(certificate.getCertificate()).create();
            return "none";
        } catch (AcmeServerException e) {
            return e.getProblem().asJSON().get("status").asInt() + " " + e.getType();
        }
    }

    private String infoUrl() throws Exception {
        return new RawAcme(world.ca).url("renewalInfo") + "/"
                + world.ca.log().issued().get(0).certId();
    }
}

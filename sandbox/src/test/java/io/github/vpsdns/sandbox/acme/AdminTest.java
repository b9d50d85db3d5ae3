// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The handles for other processes. */
class AdminTest {
    private static final String ORDER = "{\"identifiers\":[{\"type\":\"dns\",\"value\":\"example.com\"}]}";

    private final HttpClient http = HttpClient.newHttpClient();
    private AcmeWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new AcmeWorld();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        URI uri = world.ca.directory().resolve("/sandbox/" + path);
        return http.send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private RawAcme.Answer order() throws Exception {
        RawAcme client = new RawAcme(world.ca).register();
        return client.post(client.url("newOrder"), ORDER);
    }

    @Test
    void plansAProblem() throws Exception {
        String fault = "{\"endpoint\":\"newOrder\",\"type\":\"rateLimited\",\"detail\":\"slow down\",\"retryAfter\":9,"
                + "\"subproblems\":[{\"type\":\"rejectedIdentifier\",\"domain\":\"example.com\"}]}";

        assertThat(call("POST", "faults", fault).statusCode()).isEqualTo(204);
        RawAcme.Answer answer = order();
        assertThat(answer.problem()).isEqualTo("429 rateLimited");
        assertThat(answer.header("Retry-After")).isEqualTo("9");
        assertThat(answer.json().at("/subproblems/0/identifier/value").stringValue())
                .isEqualTo("example.com");
    }

    @Test
    void plansAPage() throws Exception {
        call("POST", "faults", "{\"endpoint\":\"newOrder\",\"kind\":\"page\",\"status\":502}");

        assertThat(order().status()).isEqualTo(502);
    }

    @Test
    void plansAFailedValidation() throws Exception {
        call("POST", "faults", "{\"validationOf\":\"Example.com\",\"type\":\"dns\",\"times\":0}");

        assertThat(world.ca.faults().takeValidation("example.com")).isPresent();
        assertThat(world.ca.faults().takeValidation("example.com"))
                .as("0 times is always")
                .isPresent();
    }

    @Test
    void plansAFailedIssuing() throws Exception {
        call("POST", "faults", "{\"issuing\":true,\"type\":\"caa\"}");

        assertThat(world.ca.faults().takeIssuing()).isPresent();
    }

    @Test
    void forgetsFaults() throws Exception {
        call("POST", "faults", "{\"endpoint\":\"newOrder\",\"type\":\"serverInternal\",\"times\":0}");
        call("DELETE", "faults", "");

        assertThat(order().status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"endpoint\":\"newOrdr\",\"type\":\"dns\"} | no endpoint \\\"newOrdr\\\"",
                "{\"endpoint\":\"newOrder\",\"type\":\"tooMany\"} | no problem type \\\"tooMany\\\"",
                "{\"endpoint\":\"newOrder\",\"kind\":\"flood\"} | not one of problem, page, delay, drop",
                "{\"endpoint\":\"newOrder\",\"typ\":\"dns\"} | unknown members [typ]",
                "{\"endpoint\":\"newOrder\",\"type\":\"dns\",\"times\":-1} | must be at least 0 and 1",
                "{\"endpoint\":\"newOrder\",\"type\":\"dns\",\"status\":200} | must be 400 to 599",
                "[] | not a JSON object"
            })
    void tellsWhatIsWrongWithAFault(String fault, String text) throws Exception {
        HttpResponse<String> response = call("POST", "faults", fault);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(text);
    }

    @Test
    void holdsAndReleases() throws Exception {
        var order = world.login().newOrder().domain("example.com").create();
        call("POST", "hold", "");
        var challenge = order.getAuthorizations().get(0).getChallenges().get(0);
        challenge.trigger();
        assertThat(challenge.getStatus()).isEqualTo(org.shredzone.acme4j.Status.PROCESSING);
        call("POST", "release", "");

        assertThat(challenge.waitForCompletion(AcmeWorld.DEADLINE)).isEqualTo(org.shredzone.acme4j.Status.INVALID);
    }

    @Test
    void showsTheLog() throws Exception {
        world.issue(world.login(), "example.com");
        var log = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(call("GET", "log", "").body());

        assertThat(log.at("/counts/newOrder").intValue()).isEqualTo(1);
        assertThat(log.path("events")
                        .valueStream()
                        .map(event -> event.path("event").stringValue()))
                .contains(
                        "AccountCreated",
                        "OrderCreated",
                        "ChallengeTriggered",
                        "ChallengeValidated",
                        "CertificateIssued",
                        "Request");
    }

    @Test
    void clearsTheLog() throws Exception {
        world.issue(world.login(), "example.com");
        call("DELETE", "log", "");

        assertThat(world.ca.log().events()).isEmpty();
    }

    @Test
    void movesARenewalWindow() throws Exception {
        var certificate = world.issue(world.login(), "example.com");
        String certId = world.ca.log().issued().get(0).certId();
        HttpResponse<String> response = call(
                "POST",
                "renewal-window",
                "{\"certId\":\"" + certId + "\",\"start\":\"2031-01-01T00:00:00Z\",\"end\":\"2031-01-02T00:00:00Z\"}");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(certificate.getRenewalInfo().getSuggestedWindowStart()).isEqualTo("2031-01-01T00:00:00Z");
    }

    @Test
    void givesTheRoot() throws Exception {
        assertThat(call("GET", "root", "").body()).startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    @Test
    void tellsWhatThereIs() throws Exception {
        HttpResponse<String> response = call("GET", "nothing", "");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("there is no GET of /sandbox/nothing");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@VpsDnsSandbox(zones = "example.com", acme = false)
class ProtocolTest {
    @Test
    void callWithoutTokenIsUnauthorized(Sandbox sandbox) {
        HttpResponse<String> refused = new Http(sandbox).as("").get("/dns-zones/");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(Http.json(refused).get("error_code").asString()).isEqualTo("not_authenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vps_unknown", "nonsense"})
    void unknownTokenIsUnauthorized(String token, Sandbox sandbox) {
        HttpResponse<String> refused = new Http(sandbox).as(token).get("/dns-zones/");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Http.json(refused).get("error_code").asString()).isEqualTo("authentication_failed");
    }

    @ParameterizedTest
    @CsvSource({
        "dns:list,   GET,    /dns-zones/",
        "dns:create, POST,   /dns-zones/",
        "dns:list,   GET,    /dns-zones/x/",
        "dns:delete, DELETE, /dns-zones/x/",
        "dns:list,   GET,    /dns-zones/x/records/",
        "dns:create, POST,   /dns-zones/x/records/",
        "dns:list,   GET,    /dns-records/",
        "dns:list,   GET,    /dns-records/x/",
        "dns:update, PUT,    /dns-records/x/",
        "dns:update, PATCH,  /dns-records/x/",
        "dns:delete, DELETE, /dns-records/x/",
    })
    void eachOperationNeedsItsPermission(String needed, String method, String path, Sandbox sandbox) {
        String[] others = Stream.of("dns:list", "dns:create", "dns:update", "dns:delete")
                .filter(p -> !p.equals(needed))
                .toArray(String[]::new);

        HttpResponse<String> refused =
                new Http(sandbox).as(sandbox.token(others)).send(method, path, "{}");
        HttpResponse<String> heard = new Http(sandbox).as(sandbox.token(needed)).send(method, path, "{}");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Http.json(refused).get("error_code").asString()).isEqualTo("permission_denied");
        assertThat(heard.statusCode()).isNotEqualTo(403);
    }

    @Test
    void anyTokenMayAskWhoItIs(Sandbox sandbox) {
        HttpResponse<String> me =
                new Http(sandbox).as(sandbox.token("dns:list", "dns:delete")).get("/account/me/");

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(Http.json(me).at("/account/email").asString()).contains("@");
        assertThat(Http.json(me).at("/token/permissions").values())
                .extracting(JsonNode::asString)
                .containsExactly("dns:delete", "dns:list");
    }

    @Test
    void brokenJsonIsAParseError(Sandbox sandbox) {
        HttpResponse<String> refused = new Http(sandbox).post("/dns-zones/", "{\"domain\":");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("detail").asString()).startsWith("JSON parse error - ");
        assertThat(Http.json(refused).has("error_code")).isFalse();
    }

    @Test
    void jsonThatIsNoObjectIsRefused(Sandbox sandbox) {
        assertThat(new Http(sandbox).post("/dns-zones/", "[1]").statusCode()).isEqualTo(400);
    }

    @Test
    void otherContentTypesAreNotSupported(Sandbox sandbox) {
        Http http = new Http(sandbox);
        HttpResponse<String> refused = http.send(http.request("/dns-zones/")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"domain\":\"example.org\"}")));

        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(Http.json(refused).get("detail").asString())
                .isEqualTo("Unsupported media type \"text/plain\" in request.");
    }

    @Test
    void methodsThatAreNotDocumentedAreNotAllowed(Sandbox sandbox) {
        HttpResponse<String> refused = new Http(sandbox).send("PATCH", "/dns-zones/x/", "{}");

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).hasValue("DELETE, GET");
        assertThat(refused.body()).isEqualTo("{\"detail\":\"Method \\\"PATCH\\\" not allowed.\"}");
    }

    @Test
    void pathWithoutItsSlashIsRedirected(Sandbox sandbox) {
        HttpResponse<String> moved = new Http(sandbox).get("/dns-zones?domain=example.com");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).hasValue("/api/v1/dns-zones/?domain=example.com");
    }

    @Test
    void unknownPathIsAnHtmlPage(Sandbox sandbox) {
        HttpResponse<String> missing = new Http(sandbox).get("/nothing/");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(missing.body()).contains("<h1>Not Found</h1>");
    }

    @Test
    void pathsOutsideTheRootAreNotTheApi(Sandbox sandbox) {
        String origin = sandbox.apiUrl().toString().replace("/api/v1", "");

        assertThat(new Http(sandbox).get(origin + "/dns-zones/").statusCode()).isEqualTo(404);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.sandbox.control.Garbage;
import io.github.vpsdns.sandbox.control.ListShape;
import io.github.vpsdns.sandbox.control.ScriptedFault;
import io.github.vpsdns.sandbox.dns.Behaviour;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@VpsDnsSandbox(acme = false, nameServers = 2)
class AdminTest {
    private static Http admin(Sandbox sandbox) {
        return new Http(sandbox.apiUrl().resolve("/sandbox").toString(), "");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("{'kind':'drop'}", Fault.drop()),
                Arguments.of(
                        "{'kind':'drop','method':'post','path':'/dns-zones/**','skip':1,'times':2,'when':'after'}",
                        Fault.drop()
                                .on("POST", "/dns-zones/**")
                                .skip(1)
                                .times(2)
                                .afterCommit()),
                Arguments.of(
                        "{'kind':'status','status':502,'times':'always'}",
                        Fault.status(502).always()),
                Arguments.of(
                        "{'kind':'status','status':503,'headers':{'Retry-After':3},'body':'x'}",
                        Fault.status(503, Map.of("Retry-After", "3"), "x")),
                Arguments.of("{'kind':'delay','seconds':0.25}", Fault.delay(Duration.ofMillis(250))),
                Arguments.of("{'kind':'garbage','body':'half-json'}", Fault.garbage(Garbage.HALF_JSON)),
                Arguments.of("{'kind':'truncate'}", Fault.truncate()),
                Arguments.of("{'kind':'rate-limit','calls':5,'seconds':60}", Fault.rateLimit(5, Duration.ofMinutes(1))),
                Arguments.of(
                        "{'kind':'list-shape','shape':'hidden-pages','page_size':3}",
                        Fault.listShape(ListShape.HIDDEN_PAGES, 3)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultsArePostedAsJson(String json, Fault meant, Sandbox sandbox) {
        HttpResponse<String> created = admin(sandbox).post("/faults", json.replace('\'', '"'));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(sandbox.faults().script()).extracting(ScriptedFault::fault).containsExactly(meant);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultsAreShownAsTheyArePosted(String json, Fault meant, Sandbox sandbox) {
        sandbox.faults().add(meant);

        JsonNode shown = Http.json(admin(sandbox).get("/faults")).get(0);

        assertThat(shown.get("kind"))
                .isEqualTo(JsonMapper.shared().readTree(json.replace('\'', '"')).get("kind"));
        assertThat(shown.get("struck").asInt()).isZero();
        assertThat(shown.get("path").asString()).isEqualTo(meant.path());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"explode"}              | No fault is of kind 'explode'
            {"kind":"drop","tmies":2}       | The field 'tmies' means nothing here
            {"kind":"drop","times":"often"} | The field 'times' is not a whole number
            {"kind":"drop","when":"later"}  | The field 'when' says 'later'
            {"kind":"status"}               | The field 'status' is missing
            {"kind":"status","status":503,"headers":{"X":"a\\nb"}} | The header 'X' cannot be sent
            {"kind":"status","status":503,"headers":{"a b":"x"}}  | The header 'a b' cannot be sent
            {"path":"/x/"}                  | The field 'kind' is missing
            {"kind":                        | The body is not JSON
            []                              | The body is not a JSON object
            """)
    void badFaultIsRefusedWithASentence(String body, String sentence, Sandbox sandbox) {
        HttpResponse<String> refused = admin(sandbox).post("/faults", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("detail").asString()).startsWith(sentence);
        assertThat(sandbox.faults().script()).isEmpty();
    }

    @Test
    void deletingClearsTheScript(Sandbox sandbox) {
        sandbox.faults().add(Fault.drop());

        assertThat(admin(sandbox).delete("/faults").statusCode()).isEqualTo(204);
        assertThat(sandbox.faults().script()).isEmpty();
    }

    @Test
    void callsAreCountedByMethodAndPath(Sandbox sandbox) {
        Http api = new Http(sandbox);
        api.get("/dns-zones/");
        api.get("/dns-records/");
        api.post("/dns-zones/", "{}");

        JsonNode all = Http.json(admin(sandbox).get("/calls"));
        JsonNode some = Http.json(admin(sandbox).get("/calls?method=GET&path=/dns-zones/"));

        assertThat(all.get("count").asInt()).isEqualTo(3);
        assertThat(some.get("count").asInt()).isEqualTo(1);
        assertThat(some.at("/calls/0/status").asInt()).isEqualTo(200);
    }

    @Test
    void callsCanBeForgotten(Sandbox sandbox) {
        new Http(sandbox).get("/dns-zones/");

        admin(sandbox).delete("/calls");

        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void adminCallsMeetNoFaultsAndAreNotCounted(Sandbox sandbox) {
        sandbox.faults().add(Fault.drop().always());

        assertThat(admin(sandbox).get("/calls").statusCode()).isEqualTo(200);
        assertThat(sandbox.calls().all()).isEmpty();
    }

    @Test
    void nameServersAreShown(Sandbox sandbox) {
        JsonNode shown = Http.json(admin(sandbox).get("/dns"));

        assertThat(shown.findValuesAsString("name")).containsExactly("ns1.sandbox.test", "ns2.sandbox.test");
    }

    @Test
    void lagAndBehaviourOfANameServerCanBeSet(Sandbox sandbox) {
        admin(sandbox).send("PUT", "/dns/2", "{\"lag\":3,\"behaviour\":\"silent\"}");

        assertThat(sandbox.dns().server(2).lag()).isEqualTo(Duration.ofSeconds(3));
        assertThat(sandbox.dns().server(2).behaviour()).isEqualTo(Behaviour.SILENT);
        assertThat(sandbox.dns().server(1).behaviour()).isEqualTo(Behaviour.ANSWER);
    }

    @Test
    void nameServerThatDoesNotExistIsRefused(Sandbox sandbox) {
        assertThat(admin(sandbox).send("PUT", "/dns/3", "{\"lag\":3}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void unknownPathNamesThoseThereAre(Sandbox sandbox) {
        HttpResponse<String> missing = admin(sandbox).get("/fault");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("/sandbox/faults");
    }
}

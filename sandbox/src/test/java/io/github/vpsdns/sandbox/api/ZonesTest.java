// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@VpsDnsSandbox(acme = false)
class ZonesTest {
    @Test
    void createdZoneIsAnsweredWithAllItsFields(Sandbox sandbox) {
        HttpResponse<String> created = new Http(sandbox).post("/dns-zones/", "{\"domain\":\"example.com\"}");

        JsonNode zone = Http.json(created);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(zone.propertyNames()).containsExactly("uuid", "domain", "created_at", "record_count", "records");
        assertThat(zone.get("domain").asString()).isEqualTo("example.com");
        assertThat(zone.get("record_count").asInt()).isZero();
        assertThat(zone.get("records").isEmpty()).isTrue();
    }

    @Test
    void idsAreVersion4UuidsAndTimesAreIso8601(Sandbox sandbox) {
        JsonNode zone = Http.json(new Http(sandbox).post("/dns-zones/", "{\"domain\":\"example.com\"}"));

        assertThat(UUID.fromString(zone.get("uuid").asString()).version()).isEqualTo(4);
        assertThat(zone.get("created_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(Instant.parse(zone.get("created_at").asString())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void listShowsCountsInsteadOfRecords(Sandbox sandbox) {
        sandbox.zones().create("example.com");
        sandbox.zones().add("example.com", "@", "TXT", "hello");

        JsonNode list = Http.json(new Http(sandbox).get("/dns-zones/"));

        assertThat(list.get(0).propertyNames()).containsExactly("uuid", "domain", "created_at", "record_count");
        assertThat(list.get(0).get("record_count").asInt()).isOne();
    }

    @Test
    void domainFilterMatchesExactly(Sandbox sandbox) {
        sandbox.zones().create("example.com");
        sandbox.zones().create("sub.example.com");
        Http http = new Http(sandbox);

        JsonNode found = Http.json(http.get("/dns-zones/?domain=example.com"));

        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("domain").asString()).isEqualTo("example.com");
        assertThat(Http.json(http.get("/dns-zones/?domain=ample.com"))).isEmpty();
    }

    @Test
    void zoneIsShownWithItsRecords(Sandbox sandbox) {
        String uuid = sandbox.zones().create("example.com").uuid();
        sandbox.zones().add("example.com", "www", "A", "192.0.2.1", 300, null);

        HttpResponse<String> shown = new Http(sandbox).get("/dns-zones/" + uuid + "/");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(Http.json(shown).get("records").get(0).get("value").asString())
                .isEqualTo("192.0.2.1");
    }

    @Test
    void deletedZoneIsGoneWithItsRecords(Sandbox sandbox) {
        String uuid = sandbox.zones().create("example.com").uuid();
        String stored =
                sandbox.zones().add("example.com", "www", "A", "192.0.2.1").uuid();
        Http http = new Http(sandbox);

        HttpResponse<String> deleted = http.delete("/dns-zones/" + uuid + "/");

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(http.get("/dns-zones/" + uuid + "/").statusCode()).isEqualTo(404);
        assertThat(http.get("/dns-records/" + stored + "/").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"com", "exa mple.com", "-a.example.com", "example.com.", "exämple.com", "_x.example.com", "a..b"
            })
    void namesThatCannotBeZonesAreRefused(String domain, Sandbox sandbox) {
        HttpResponse<String> refused = new Http(sandbox).post("/dns-zones/", "{\"domain\":\"" + domain + "\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("error_code").asString()).isEqualTo("validation_error");
        assertThat(Http.json(refused).get("field").asString()).isEqualTo("domain");
    }

    @Test
    void zoneThatExistsIsRefusedWhoeverOwnsIt(Sandbox sandbox) {
        sandbox.zonesOf("somebody else").create("example.com");

        HttpResponse<String> refused = new Http(sandbox).post("/dns-zones/", "{\"domain\":\"EXAMPLE.com\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("detail").asString()).contains("already exists");
    }

    @Test
    void zoneOfAnotherAccountIsNeitherListedNorShownNorDeleted(Sandbox sandbox) {
        String uuid = sandbox.zonesOf("somebody else").create("example.com").uuid();
        Http http = new Http(sandbox);

        assertThat(Http.json(http.get("/dns-zones/"))).isEmpty();
        assertThat(http.get("/dns-zones/" + uuid + "/").statusCode()).isEqualTo(404);
        assertThat(http.delete("/dns-zones/" + uuid + "/").statusCode()).isEqualTo(404);
        assertThat(sandbox.zonesOf("somebody else").all()).hasSize(1);
    }

    @Test
    void idThatIsNoUuidIsSimplyNotFound(Sandbox sandbox) {
        HttpResponse<String> missing = new Http(sandbox).get("/dns-zones/abc123/");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(Http.json(missing).propertyNames()).containsExactly("detail", "error_code", "field");
        assertThat(Http.json(missing).get("error_code").asString()).isEqualTo("not_found");
    }
}

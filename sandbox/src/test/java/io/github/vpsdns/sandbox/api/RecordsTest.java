// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.junit.VpsDnsSandbox;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@VpsDnsSandbox(zones = "example.com", acme = false)
class RecordsTest {
    private static final String MX = "{\"record_type\":\"MX\",\"name\":\"@\",\"value\":\"mail.example.com\"";

    private static String recordsPath(Sandbox sandbox) {
        return "/dns-zones/" + sandbox.zones().find("example.com").orElseThrow().uuid() + "/records/";
    }

    private static HttpResponse<String> post(Sandbox sandbox, String body) {
        return new Http(sandbox).post(recordsPath(sandbox), body);
    }

    @Test
    void createdRecordIsAnsweredWithAllItsFields(Sandbox sandbox) {
        HttpResponse<String> created =
                post(sandbox, "{\"record_type\":\"A\",\"name\":\"www\",\"value\":\"192.0.2.1\",\"ttl\":300}");

        JsonNode shown = Http.json(created);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(shown.propertyNames())
                .containsExactly("uuid", "record_type", "name", "value", "ttl", "priority", "created_at");
        assertThat(shown.get("ttl").asInt()).isEqualTo(300);
        assertThat(shown.get("priority").isNull()).isTrue();
    }

    @Test
    void ttlIs3600UnlessGiven(Sandbox sandbox) {
        JsonNode shown = Http.json(post(sandbox, "{\"record_type\":\"A\",\"name\":\"www\",\"value\":\"192.0.2.1\"}"));

        assertThat(shown.get("ttl").asInt()).isEqualTo(3600);
    }

    @Test
    void mxWithoutPriorityIsRefusedAsDocumented(Sandbox sandbox) {
        HttpResponse<String> refused = post(sandbox, MX + "}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .isEqualTo("{\"detail\":\"MX records require a priority value\","
                        + "\"error_code\":\"validation_error\",\"field\":\"priority\"}");
    }

    @Test
    void priorityZeroCounts(Sandbox sandbox) {
        HttpResponse<String> created = post(sandbox, MX + ",\"priority\":0}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(Http.json(created).get("priority").asInt()).isZero();
    }

    @Test
    void outerWhiteSpaceIsTrimmed(Sandbox sandbox) {
        JsonNode shown = Http.json(post(sandbox, "{\"record_type\":\"TXT\",\"name\":\" x \",\"value\":\" a  b \\n\"}"));

        assertThat(shown.get("name").asString()).isEqualTo("x");
        assertThat(shown.get("value").asString()).isEqualTo("a  b");
    }

    @Test
    void exactDuplicatesAreKeptSideBySide(Sandbox sandbox) {
        post(sandbox, "{\"record_type\":\"TXT\",\"name\":\"x\",\"value\":\"a\"}");
        HttpResponse<String> second = post(sandbox, "{\"record_type\":\"TXT\",\"name\":\"x\",\"value\":\"a\"}");

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(sandbox.zones().records("example.com")).hasSize(2);
    }

    @Test
    void exactDuplicatesAreRefusedWhereThatIsAskedFor() {
        try (Sandbox sandbox = Sandbox.builder()
                .zone("example.com")
                .withoutAcme()
                .refuseDuplicates()
                .start()) {
            post(sandbox, "{\"record_type\":\"TXT\",\"name\":\"x\",\"value\":\"a\"}");
            HttpResponse<String> second =
                    post(sandbox, "{\"record_type\":\"TXT\",\"name\":\"x.example.com\",\"value\":\"a\",\"ttl\":60}");

            assertThat(second.statusCode()).isEqualTo(400);
            assertThat(sandbox.zones().records("example.com")).hasSize(1);
        }
    }

    @Test
    void listOfAZoneShowsItsRecordsOldestFirst(Sandbox sandbox) {
        sandbox.zones().add("example.com", "b", "TXT", "1");
        sandbox.zones().add("example.com", "a", "TXT", "2");

        JsonNode list = Http.json(new Http(sandbox).get(recordsPath(sandbox)));

        assertThat(list.findValuesAsString("value")).containsExactly("1", "2");
    }

    @Test
    void listAcrossZonesFiltersByZoneAndType(Sandbox sandbox) {
        String other = sandbox.zones().create("example.org").uuid();
        sandbox.zones().add("example.com", "a", "TXT", "1");
        sandbox.zones().add("example.org", "a", "TXT", "2");
        sandbox.zones().add("example.org", "a", "A", "192.0.2.1");
        Http http = new Http(sandbox);

        assertThat(Http.json(http.get("/dns-records/"))).hasSize(3);
        assertThat(Http.json(http.get("/dns-records/?zone=" + other))).hasSize(2);
        assertThat(Http.json(http.get("/dns-records/?zone=" + other + "&record_type=TXT"))
                        .findValuesAsString("value"))
                .containsExactly("2");
    }

    @Test
    void patchChangesOnlyWhatItNames(Sandbox sandbox) {
        SandboxRecord stored = sandbox.zones().add("example.com", "@", "MX", "mail.example.com", 3600, 10);

        HttpResponse<String> patched =
                new Http(sandbox).send("PATCH", "/dns-records/" + stored.uuid() + "/", "{\"ttl\":1800}");

        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(sandbox.zones().records("example.com"))
                .containsExactly(
                        new SandboxRecord(stored.uuid(), "MX", "@", "mail.example.com", 1800, 10, stored.createdAt()));
    }

    @Test
    void putNeedsAllRequiredFields(Sandbox sandbox) {
        SandboxRecord stored = sandbox.zones().add("example.com", "a", "A", "192.0.2.1");

        HttpResponse<String> refused = new Http(sandbox)
                .send("PUT", "/dns-records/" + stored.uuid() + "/", "{\"record_type\":\"A\",\"value\":\"192.0.2.2\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).get("field").asString()).isEqualTo("name");
        assertThat(sandbox.zones().records("example.com")).containsExactly(stored);
    }

    @Test
    void putReplacesTheRecordAndKeepsItsIdAndTtl(Sandbox sandbox) {
        SandboxRecord stored = sandbox.zones().add("example.com", "a", "A", "192.0.2.1", 60, null);

        HttpResponse<String> replaced = new Http(sandbox)
                .send(
                        "PUT",
                        "/dns-records/" + stored.uuid() + "/",
                        "{\"record_type\":\"AAAA\",\"name\":\"b\",\"value\":\"2001:db8::1\"}");

        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(sandbox.zones().records("example.com"))
                .containsExactly(
                        new SandboxRecord(stored.uuid(), "AAAA", "b", "2001:db8::1", 60, null, stored.createdAt()));
    }

    @Test
    void deletedRecordIsGoneAndASecondDeleteFindsNothing(Sandbox sandbox) {
        SandboxRecord stored = sandbox.zones().add("example.com", "a", "A", "192.0.2.1");
        String path = "/dns-records/" + stored.uuid() + "/";
        Http http = new Http(sandbox);

        assertThat(http.delete(path).statusCode()).isEqualTo(204);
        assertThat(http.delete(path).statusCode()).isEqualTo(404);
        assertThat(sandbox.zones().records("example.com")).isEmpty();
    }

    @Test
    void recordOfAnotherAccountIsNotFound(Sandbox sandbox) {
        sandbox.zonesOf("somebody else").create("example.org");
        SandboxRecord stored = sandbox.zonesOf("somebody else").add("example.org", "a", "A", "192.0.2.1");
        String path = "/dns-records/" + stored.uuid() + "/";
        Http http = new Http(sandbox);

        assertThat(http.get(path).statusCode()).isEqualTo(404);
        assertThat(http.send("PATCH", path, "{\"ttl\":1}").statusCode()).isEqualTo(404);
        assertThat(http.delete(path).statusCode()).isEqualTo(404);
        assertThat(Http.json(http.get("/dns-records/"))).isEmpty();
    }
}

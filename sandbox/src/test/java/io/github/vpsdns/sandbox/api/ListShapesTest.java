// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.sandbox.Http;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.ListShape;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ListShapesTest {
    private final Sandbox sandbox = Sandbox.builder()
            .zone("a.test", "b.test", "c.test", "d.test", "e.test")
            .withoutAcme()
            .withoutDns()
            .start();
    private final Http http = new Http(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode first(ListShape shape) {
        sandbox.listShape(shape, 2);
        return Http.json(http.get("/dns-zones/"));
    }

    private static List<String> domains(JsonNode items) {
        return items.findValuesAsString("domain");
    }

    @ParameterizedTest
    @EnumSource(names = {"PAGES", "OFFSET", "CURSOR"})
    void followingNextShowsEverythingOnce(ListShape shape) {
        List<String> seen = new ArrayList<>();
        JsonNode page = first(shape);
        seen.addAll(domains(page.get("results")));
        while (!page.get("next").isNull()) {
            page = Http.json(http.get(page.get("next").asString()));
            seen.addAll(domains(page.get("results")));
        }

        assertThat(seen).containsExactly("a.test", "b.test", "c.test", "d.test", "e.test");
    }

    @ParameterizedTest
    @EnumSource(names = {"PAGES", "OFFSET", "CURSOR"})
    void previousLeadsBackToTheFirstPage(ListShape shape) {
        JsonNode second = Http.json(http.get(first(shape).get("next").asString()));

        JsonNode back = Http.json(http.get(second.get("previous").asString()));

        assertThat(domains(back.get("results"))).containsExactly("a.test", "b.test");
    }

    @Test
    void nextIsAnAbsoluteUrlThatKeepsTheFilters() {
        sandbox.zones().add("a.test", "x", "TXT", "1");
        sandbox.zones().add("a.test", "x", "TXT", "2");
        sandbox.listShape(ListShape.PAGES, 1);

        JsonNode page = Http.json(http.get("/dns-records/?record_type=TXT"));

        assertThat(page.get("next").asString()).isEqualTo(sandbox.apiUrl() + "/dns-records/?record_type=TXT&page=2");
    }

    @Test
    void arrayHoldsEverything() {
        assertThat(domains(first(ListShape.ARRAY))).hasSize(5);
    }

    @Test
    void resultsHoldEverythingWithoutLinks() {
        JsonNode list = first(ListShape.RESULTS);

        assertThat(list.propertyNames()).containsExactly("count", "results");
        assertThat(list.get("results")).hasSize(5);
    }

    @Test
    void cursorShapeHasNoCount() {
        assertThat(first(ListShape.CURSOR).propertyNames()).containsExactly("next", "previous", "results");
    }

    @Test
    void foreignNextNamesAnotherOriginButTheSamePath() {
        assertThat(first(ListShape.FOREIGN_NEXT).get("next").asString())
                .startsWith("http://backend.internal.test:8000/api/v1/dns-zones/?page=2");
    }

    @Test
    void loopNeverEnds() {
        JsonNode again = Http.json(http.get(first(ListShape.LOOP).get("next").asString()));

        assertThat(again).isEqualTo(first(ListShape.LOOP));
    }

    @Test
    void hiddenPagesAreThereForThoseWhoAsk() {
        JsonNode list = first(ListShape.HIDDEN_PAGES);

        assertThat(list.propertyNames()).containsExactly("count", "results");
        assertThat(list.get("count").asInt()).isEqualTo(5);
        assertThat(domains(list.get("results"))).containsExactly("a.test", "b.test");
        assertThat(domains(Http.json(http.get("/dns-zones/?page=3")).get("results")))
                .containsExactly("e.test");
    }

    @Test
    void shortListKeepsTheRestToItself() {
        JsonNode list = first(ListShape.SHORT);

        assertThat(list.get("count").asInt()).isEqualTo(5);
        assertThat(Http.json(http.get("/dns-zones/?page=2"))).isEqualTo(list);
    }

    @Test
    void shortArrayEndsAfterAPage() {
        assertThat(domains(first(ListShape.SHORT_ARRAY))).containsExactly("a.test", "b.test");
    }

    @Test
    void pageBeyondTheEndIsNotFound() {
        sandbox.listShape(ListShape.PAGES, 2);

        HttpResponse<String> missing = http.get("/dns-zones/?page=4");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).isEqualTo("{\"detail\":\"Invalid page.\"}");
    }

    @Test
    void cursorThatIsNoneIsNotFound() {
        sandbox.listShape(ListShape.CURSOR, 2);

        assertThat(http.get("/dns-zones/?cursor=x").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void eachShapeIsFoundByItsName(ListShape shape) {
        assertThat(ListShape.of(shape.wireName())).isEqualTo(shape);
    }
}

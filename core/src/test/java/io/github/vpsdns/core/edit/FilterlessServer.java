// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * An API that ignores every query parameter, as Django REST framework does with filters it does not know. Its zones are
 * named by their domains, its records do not say where they belong.
 */
final class FilterlessServer extends Dispatcher {
    private static final String API = "/api/v1/";

    private final Map<String, Map<String, String>> zones = new LinkedHashMap<>();
    private final List<String> calls = new ArrayList<>();

    synchronized void zone(String domain) {
        zones.put(domain, new LinkedHashMap<>());
    }

    synchronized void put(String zone, String id, String type, String name, String value) {
        zones.get(zone).put(id, """
                {"uuid": "%s", "record_type": "%s", "name": "%s", "value": "%s", "ttl": 300, "priority": null, \
                "created_at": "2024-01-15T10:30:00Z"}""".formatted(id, type, name, value));
    }

    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    synchronized List<String> writes() {
        return calls.stream().filter(call -> !call.startsWith("GET")).toList();
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        String path = url.encodedPath().substring(API.length());
        String call = request.getMethod() + " " + path;
        calls.add(call);
        if (call.equals("GET dns-zones/")) {
            return array(zones.keySet().stream().map(FilterlessServer::zoneJson).toList());
        }
        if (call.equals("GET dns-records/")) {
            return array(zones.values().stream()
                    .flatMap(records -> records.values().stream())
                    .toList());
        }
        if (call.startsWith("GET dns-zones/") && call.endsWith("/records/")) {
            return array(zones.get(url.pathSegments().get(3)).values().stream().toList());
        }
        return switch (request.getMethod()) {
            case "DELETE" -> json(204, "");
            case "PATCH" -> json(200, recordJson(url.pathSegments().get(3)));
            default -> json(201, recordJson("made"));
        };
    }

    private static String recordJson(String id) {
        return """
                {"uuid": "%s", "record_type": "A", "name": "www", "value": "192.0.2.1", "ttl": 300}""".formatted(id);
    }

    private static String zoneJson(String domain) {
        return """
                {"uuid": "%s", "domain": "%s"}""".formatted(domain, domain);
    }

    private static MockResponse array(List<String> entries) {
        return json(200, "[" + String.join(", ", entries) + "]");
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}

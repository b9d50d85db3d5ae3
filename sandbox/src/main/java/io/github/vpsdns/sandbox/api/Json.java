// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import io.github.vpsdns.sandbox.state.SandboxRecord;
import io.github.vpsdns.sandbox.state.SandboxZone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The vendor's objects as JSON, with their fields in the order of the vendor's page. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static ArrayNode array(Iterable<? extends JsonNode> items) {
        ArrayNode array = array();
        items.forEach(array::add);
        return array;
    }

    static ObjectNode zone(SandboxZone zone) {
        return object().put("uuid", zone.uuid())
                .put("domain", zone.domain())
                .put("created_at", zone.createdAt().toString())
                .put("record_count", zone.records().size());
    }

    static ObjectNode zoneWithRecords(SandboxZone zone) {
        ArrayNode records = array(zone.records().stream().map(Json::record).toList());
        return zone(zone).set("records", records);
    }

    static ObjectNode record(SandboxRecord stored) {
        return object().put("uuid", stored.uuid())
                .put("record_type", stored.type())
                .put("name", stored.name())
                .put("value", stored.value())
                .put("ttl", stored.ttl())
                .put("priority", stored.priority())
                .put("created_at", stored.createdAt().toString());
    }
}

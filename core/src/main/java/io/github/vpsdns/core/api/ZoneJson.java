// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.http.UnexpectedShapeException;
import io.github.vpsdns.core.json.JsonTree;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.Zone;
import io.github.vpsdns.core.zone.ZoneDetail;
import io.github.vpsdns.core.zone.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Zones from and to the API's JSON. */
final class ZoneJson {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneJson.class);

    private ZoneJson() {}

    static Zone read(JsonNode object) {
        return new Zone(
                JsonFields.require(object, "a zone", "uuid", ZoneId::new),
                JsonFields.require(object, "a zone", "domain", DomainName::of),
                JsonFields.instant(object.path("created_at")),
                JsonFields.integer(object.path("record_count")));
    }

    /** A zone in a list. One whose name is no domain name covers no domain name either, so it is left out, not fatal. */
    static @Nullable Zone readListed(JsonNode object) {
        String domain = JsonFields.requireString(object, "a zone", "domain");
        try {
            DomainName.of(domain);
        } catch (InvalidValueException e) {
            LOG.warn("zone left out: {}", e.getMessage());
            return null;
        }
        return read(object);
    }

    /** A zone with its records, which become values one by one. */
    static ZoneDetail readDetail(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new UnexpectedShapeException(first == null ? "an empty body" : "JSON that is no object");
        }
        ObjectNode rest = JsonTree.object();
        @Nullable List<DnsRecord> records = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("records")) {
                records = readRecords(parser);
            } else {
                JsonNode value = JsonTree.value(parser);
                rest.set(name, value);
            }
        }
        if (records == null) {
            throw new UnexpectedShapeException("a zone without 'records'");
        }
        return new ZoneDetail(read(rest), records);
    }

    static String write(DomainName domain) {
        return JsonTree.text(JsonTree.object().put("domain", domain.toString()));
    }

    private static List<DnsRecord> readRecords(JsonParser parser) {
        List<DnsRecord> records = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            records.add(RecordJson.read(JsonTree.value(parser)));
        }
        return records;
    }
}

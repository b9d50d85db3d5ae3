// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.api;

import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.json.JsonTree;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.record.Txt;
import io.github.vpsdns.core.zone.DnsRecord;
import io.github.vpsdns.core.zone.RecordDraft;
import io.github.vpsdns.core.zone.RecordId;
import io.github.vpsdns.core.zone.RecordPatch;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records from and to the API's JSON.
 *
 * @param quoteLongTxt whether text of more than 255 bytes is sent as quoted chunks
 */
record RecordJson(boolean quoteLongTxt) {
    private static final int CHUNK = 255;

    static DnsRecord read(JsonNode object) {
        RecordType type = JsonFields.require(object, "a record", "record_type", text -> RecordType.of(text.strip()));
        @Nullable Integer ttl = JsonFields.integer(object.path("ttl"));
        return new DnsRecord(
                JsonFields.require(object, "a record", "uuid", RecordId::new),
                JsonFields.requireString(object, "a record", "name").strip(),
                RecordData.read(
                        type,
                        JsonFields.requireString(object, "a record", "value"),
                        JsonFields.integer(object.path("priority"))),
                ttl == null || ttl < 1 ? null : Ttl.of(ttl),
                JsonFields.instant(object.path("created_at")));
    }

    /** The whole record, with names in the form that cannot be misread: {@code @} or relative to the zone. */
    String write(DomainName zone, RecordDraft draft) {
        ObjectNode body = JsonTree.object();
        body.put("record_type", draft.data().type().name());
        body.put("name", relative(zone, draft.name()));
        body.put("value", value(draft.data()));
        body.put("ttl", draft.ttl().seconds());
        draft.data().priority().ifPresent(priority -> body.put("priority", priority));
        return JsonTree.text(body);
    }

    /** What changes; where the value has a priority, all that a check across fields may ask for. */
    String write(RecordPatch patch) {
        ObjectNode body = JsonTree.object();
        RecordData data = patch.data();
        if (data != null) {
            body.put("value", value(data));
            data.priority().ifPresent(priority -> {
                body.put("record_type", data.type().name());
                body.put("priority", priority);
            });
        }
        if (patch.ttl() != null) {
            body.put("ttl", patch.ttl().seconds());
        }
        return JsonTree.text(body);
    }

    private static String relative(DomainName zone, DomainName name) {
        String relative = name.relativeTo(zone);
        if (relative.equals(zone.toString()) || relative.endsWith("." + zone)) {
            throw new InvalidValueException(
                    "'" + name + "' ends in the zone's name twice, which the API would take for '" + relative
                            + "'; such a name cannot be written");
        }
        return relative;
    }

    /** Text that looks like a quoted string would be read back as what is inside the quotes, so it is quoted once more. */
    private String value(RecordData data) {
        if (data instanceof Txt txt) {
            boolean isLong = txt.text().getBytes(StandardCharsets.UTF_8).length > CHUNK;
            return quoteLongTxt && isLong ? txt.quoted() : txt.value();
        }
        return data.value();
    }
}

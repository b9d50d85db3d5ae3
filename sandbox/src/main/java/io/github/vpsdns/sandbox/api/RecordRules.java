// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import io.github.vpsdns.sandbox.state.OwnerName;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import io.github.vpsdns.sandbox.state.SandboxZone;
import java.util.List;
import java.util.regex.Pattern;

/** What a record must fulfil before it may be in a zone. */
final class RecordRules {
    private static final Pattern NAME = Pattern.compile(
            "(?:\\*\\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");

    private final boolean refuseDuplicates;

    RecordRules(boolean refuseDuplicates) {
        this.refuseDuplicates = refuseDuplicates;
    }

    /** Throws a {@link Refusal} unless the record may stand in the zone, in place of an older self if that has its id. */
    void check(SandboxRecord wanted, SandboxZone zone) {
        RecordType type = type(wanted.type());
        String owner = OwnerName.of(wanted.name(), zone.domain());
        boolean inZone = owner.equals(zone.domain()) || owner.endsWith("." + zone.domain());
        if (!inZone || owner.length() > 253 || !NAME.matcher(owner).matches()) {
            throw Refusal.invalid("name", "Enter @, a name below the zone, or a full name in it.");
        }
        if (type.needsPriority() && wanted.priority() == null) {
            throw Refusal.invalid("priority", type + " records require a priority value");
        }
        if (!type.accepts(wanted.value())) {
            throw Refusal.invalid("value", type.complaint());
        }
        if (type == RecordType.NS && owner.startsWith("*.")) {
            // BIND would not load the zone (RFC 4592 section 4.2 calls the case undefined).
            throw Refusal.invalid("name", "NS records are not allowed at a wildcard.");
        }
        List<SandboxRecord> others = zone.records().stream()
                .filter(r -> !r.uuid().equals(wanted.uuid()))
                .filter(r -> OwnerName.of(r.name(), zone.domain()).equals(owner))
                .toList();
        checkAlias(type, owner, others, zone);
        if (refuseDuplicates && others.stream().anyMatch(r -> r.saysTheSameAs(wanted, zone.domain()))) {
            throw Refusal.invalid(null, "A record with this name, type and value already exists.");
        }
    }

    /** Nothing may stand beside a CNAME (RFC 1034 section 3.6.2); BIND would not load the zone. */
    private static void checkAlias(RecordType type, String owner, List<SandboxRecord> others, SandboxZone zone) {
        if (type == RecordType.CNAME && owner.equals(zone.domain())) {
            throw Refusal.invalid("name", "CNAME records are not allowed at the zone root.");
        }
        if (type == RecordType.CNAME && others.stream().anyMatch(r -> !r.type().equals("CNAME"))) {
            throw Refusal.invalid("name", "A CNAME record cannot share its name with other records.");
        }
        if (others.stream().anyMatch(r -> r.type().equals("CNAME"))) {
            throw Refusal.invalid("name", "There is a CNAME record of this name already.");
        }
    }

    static RecordType type(String name) {
        try {
            return RecordType.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("record_type", "\"" + name + "\" is not a valid choice.");
        }
    }
}

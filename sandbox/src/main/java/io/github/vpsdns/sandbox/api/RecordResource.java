// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import io.github.vpsdns.sandbox.api.Operation.Context;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import io.github.vpsdns.sandbox.state.SandboxState;
import io.github.vpsdns.sandbox.state.SandboxZone;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /dns-zones/{uuid}/records/}, {@code /dns-records/} and {@code /dns-records/{uuid}/}. */
final class RecordResource {
    private static final int DEFAULT_TTL = 3600;

    private final SandboxState state;
    private final ZoneResource zones;
    private final RecordRules rules;

    RecordResource(SandboxState state, ZoneResource zones, RecordRules rules) {
        this.state = state;
        this.zones = zones;
        this.rules = rules;
    }

    Reply listOfZone(Context context) {
        return reply(context, zones.find(context).records().stream());
    }

    Reply listAll(Context context) {
        Optional<String> zone = filter(context, "zone");
        Optional<String> type = filter(context, "record_type");
        return reply(
                context,
                owned(context)
                        .filter(z -> zone.isEmpty() || zone.get().equals(z.uuid()))
                        .flatMap(z -> z.records().stream())
                        .filter(r -> type.isEmpty() || type.get().equals(r.type())));
    }

    Reply create(Context context) {
        String zone = zones.find(context).uuid();
        Body body = Body.of(context.request());
        SandboxRecord wanted = state.newRecord(
                RecordRules.type(body.text("record_type")).name(),
                body.text("name"),
                body.text("value"),
                body.has("ttl") ? ttl(body) : DEFAULT_TTL,
                priority(body));
        Optional<SandboxZone> after = state.edit(zone, now -> {
            rules.check(wanted, now);
            return now.with(wanted);
        });
        if (after.isEmpty()) {
            throw ZoneResource.noSuchZone();
        }
        return Reply.json(201, Json.record(wanted));
    }

    Reply show(Context context) {
        return Reply.json(200, Json.record(find(context).stored()));
    }

    /** PUT: all that is required must be there; what is optional and absent stays as it was. */
    Reply replace(Context context) {
        Body body = Body.of(context.request());
        return change(
                context,
                old -> new SandboxRecord(
                        old.uuid(),
                        RecordRules.type(body.text("record_type")).name(),
                        body.text("name"),
                        body.text("value"),
                        body.has("ttl") ? ttl(body) : old.ttl(),
                        priority(body),
                        old.createdAt()));
    }

    Reply patch(Context context) {
        Body body = Body.of(context.request());
        return change(
                context,
                old -> new SandboxRecord(
                        old.uuid(),
                        body.optionalText("record_type")
                                .map(t -> RecordRules.type(t).name())
                                .orElse(old.type()),
                        body.optionalText("name").orElse(old.name()),
                        body.optionalText("value").orElse(old.value()),
                        body.has("ttl") ? ttl(body) : old.ttl(),
                        body.has("priority") ? priority(body) : old.priority(),
                        old.createdAt()));
    }

    Reply delete(Context context) {
        Found found = find(context);
        Optional<SandboxZone> after = state.edit(found.zone().uuid(), now -> {
            if (now.record(context.id()).isEmpty()) {
                throw noSuchRecord();
            }
            return now.without(context.id());
        });
        if (after.isEmpty()) {
            throw noSuchRecord();
        }
        return Reply.noContent();
    }

    private Reply change(Context context, UnaryOperator<SandboxRecord> edit) {
        SandboxZone after = state.edit(find(context).zone().uuid(), now -> {
                    SandboxRecord old = now.record(context.id()).orElseThrow(RecordResource::noSuchRecord);
                    SandboxRecord wanted = edit.apply(old);
                    rules.check(wanted, now);
                    return now.replacing(wanted);
                })
                .orElseThrow(RecordResource::noSuchRecord);
        SandboxRecord stored = after.record(context.id()).orElseThrow(RecordResource::noSuchRecord);
        return Reply.json(200, Json.record(stored));
    }

    private record Found(SandboxZone zone, SandboxRecord stored) {}

    private Found find(Context context) {
        return owned(context)
                .flatMap(z -> z.record(context.id()).map(r -> new Found(z, r)).stream())
                .findFirst()
                .orElseThrow(RecordResource::noSuchRecord);
    }

    private Stream<SandboxZone> owned(Context context) {
        return state.zones().stream()
                .filter(z -> z.account().equals(context.token().account()));
    }

    private static Reply reply(Context context, Stream<SandboxRecord> found) {
        return Pages.reply(context.request(), found.toList(), Json::record, context.listing());
    }

    private static Optional<String> filter(Context context, String name) {
        return context.request().parameter(name).filter(v -> !v.isEmpty());
    }

    private static int ttl(Body body) {
        return body.integer("ttl", 0, Integer.MAX_VALUE);
    }

    private static @Nullable Integer priority(Body body) {
        return body.nullableInteger("priority", 0, RecordType.MAX_PRIORITY);
    }

    private static Refusal noSuchRecord() {
        return Refusal.notFound("DNS record not found");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.api;

import io.github.vpsdns.sandbox.api.Operation.Context;
import io.github.vpsdns.sandbox.state.DomainRule;
import io.github.vpsdns.sandbox.state.SandboxState;
import io.github.vpsdns.sandbox.state.SandboxZone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /dns-zones/} and {@code /dns-zones/{uuid}/}. */
final class ZoneResource {
    private final SandboxState state;

    ZoneResource(SandboxState state) {
        this.state = state;
    }

    Reply list(Context context) {
        Optional<String> domain = context.request().parameter("domain").filter(d -> !d.isEmpty());
        List<SandboxZone> found = owned(context)
                .filter(z -> domain.isEmpty() || domain.get().equals(z.domain()))
                .toList();
        return Pages.reply(context.request(), found, Json::zone, context.listing());
    }

    Reply create(Context context) {
        String domain = Body.of(context.request()).text("domain").toLowerCase(Locale.ROOT);
        if (!DomainRule.accepts(domain)) {
            throw Refusal.invalid("domain", "Invalid domain name");
        }
        SandboxZone zone = state.createZone(context.token().account(), domain)
                .orElseThrow(() -> Refusal.invalid("domain", "Zone already exists"));
        return Reply.json(201, Json.zoneWithRecords(zone));
    }

    Reply show(Context context) {
        return Reply.json(200, Json.zoneWithRecords(find(context)));
    }

    Reply delete(Context context) {
        if (!state.deleteZone(find(context).uuid())) {
            throw noSuchZone();
        }
        return Reply.noContent();
    }

    /** The zone of the path, if it is the caller's own. */
    SandboxZone find(Context context) {
        return owned(context)
                .filter(z -> z.uuid().equals(context.id()))
                .findFirst()
                .orElseThrow(ZoneResource::noSuchZone);
    }

    static Refusal noSuchZone() {
        return Refusal.notFound("DNS zone not found");
    }

    private Stream<SandboxZone> owned(Context context) {
        return state.zones().stream()
                .filter(z -> z.account().equals(context.token().account()));
    }
}

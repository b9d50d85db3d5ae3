// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns.service;

import io.github.vpsdns.cli.notify.Notice;
import io.github.vpsdns.cli.service.AddressText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people and programs are told of the agent's doings. */
record AgentNotice(Told told) implements Notice {
    private record Document(
            String text,
            String event,
            @Nullable String name,
            @Nullable String family,
            List<String> before,
            List<String> now,
            String message) {}

    @Override
    public String subject() {
        return told.subject().isEmpty() ? "vpsdns" : told.subject();
    }

    @Override
    public String event() {
        return told.event();
    }

    @Override
    public String message() {
        return told.message();
    }

    @Override
    public Map<String, String> variables() {
        return Map.of(
                "VPSDNS_NAME",
                told.name() == null ? "" : told.name().toString(),
                "VPSDNS_FAMILY",
                told.family() == null ? "" : told.family().word(),
                "VPSDNS_BEFORE",
                String.join(" ", AddressText.list(told.before())),
                "VPSDNS_ADDRESSES",
                String.join(" ", AddressText.list(told.now())));
    }

    @Override
    public Object document() {
        return new Document(
                text(),
                event(),
                told.name() == null ? null : told.name().toString(),
                told.family() == null ? null : told.family().word(),
                AddressText.list(told.before()),
                AddressText.list(told.now()),
                message());
    }
}

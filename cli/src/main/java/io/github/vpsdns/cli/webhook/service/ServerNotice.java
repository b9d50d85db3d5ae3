// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.webhook.service;

import io.github.vpsdns.cli.notify.Notice;
import io.github.vpsdns.cli.service.AddressText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people and programs are told of the server's doings. */
record ServerNotice(Told told) implements Notice {
    private record Document(
            String text,
            String event,
            String name,
            @Nullable String user,
            @Nullable String client,
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
                told.subject(),
                "VPSDNS_USER",
                Objects.requireNonNullElse(told.user(), ""),
                "VPSDNS_CLIENT",
                Objects.requireNonNullElse(told.client(), ""),
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
                told.subject(),
                told.user(),
                told.client(),
                AddressText.list(told.before()),
                AddressText.list(told.now()),
                message());
    }
}

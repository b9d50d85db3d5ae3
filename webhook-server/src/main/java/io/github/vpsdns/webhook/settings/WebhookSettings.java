// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.settings;

import io.github.vpsdns.core.address.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a server is to do. Immutable and thread-safe.
 *
 * @param listen where it takes requests, one or more
 * @param tls its certificate, or {@code null} for plain HTTP only
 * @param trustedProxies whose word about the client's address is taken
 * @param users who may do what; no two have one name
 * @param addresses what becomes of private addresses
 * @param limits how much is taken of whom
 * @param updates how updates become records
 * @param broker how challenges become records
 * @param admin the page, or {@code null} for none
 */
public record WebhookSettings(
        List<ListenAddress> listen,
        @Nullable TlsSettings tls,
        List<Network> trustedProxies,
        List<User> users,
        AddressPolicy addresses,
        Limits limits,
        UpdateSettings updates,
        BrokerSettings broker,
        @Nullable AdminSettings admin) {
    /** Copies the lists. */
    public WebhookSettings {
        listen = List.copyOf(listen);
        trustedProxies = List.copyOf(trustedProxies);
        users = List.copyOf(users);
    }
}

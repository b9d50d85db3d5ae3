// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.protocol;

import io.github.vpsdns.sandbox.acme.control.Endpoint;
import io.github.vpsdns.sandbox.acme.resource.Settings;
import io.github.vpsdns.sandbox.acme.resource.Urls;
import io.github.vpsdns.sandbox.acme.wire.Json;
import io.github.vpsdns.sandbox.acme.wire.Reply;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The directory (RFC 8555 §7.1.1) and the page of terms it names. */
final class DirectoryPage {
    private static final Map<Endpoint, String> LISTED = Map.of(
            Endpoint.NEW_NONCE, "/new-nonce",
            Endpoint.NEW_ACCOUNT, "/new-account",
            Endpoint.NEW_ORDER, "/new-order",
            Endpoint.REVOKE_CERT, "/revoke-cert",
            Endpoint.KEY_CHANGE, "/key-change",
            Endpoint.RENEWAL_INFO, "/renewal-info");

    private final Urls urls;
    private final Settings settings;
    private final boolean externalAccountRequired;

    DirectoryPage(Urls urls, Settings settings, boolean externalAccountRequired) {
        this.urls = urls;
        this.settings = settings;
        this.externalAccountRequired = externalAccountRequired;
    }

    Reply directory() {
        ObjectNode json = Json.object();
        LISTED.forEach((endpoint, path) -> json.put(endpoint.word(), urls.of(path)));
        ObjectNode meta = json.putObject("meta").put("termsOfService", urls.terms());
        meta.putArray("caaIdentities").add(Settings.ISSUER);
        meta.put("externalAccountRequired", externalAccountRequired);
        ObjectNode profiles = meta.putObject("profiles");
        settings.profiles()
                .forEach((name, lifetime) -> profiles.put(name, "certificates valid for " + lifetime.toHours() + " h"));
        return Reply.json(200, json);
    }

    Reply terms() {
        String text = "Certificates of this CA are for tests. Nobody but a test should trust them.\n";
        return Reply.of(200, "text/plain; charset=utf-8", text);
    }
}

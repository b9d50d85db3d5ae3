// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.http;

import io.github.vpsdns.sandbox.acme.control.AcmeFaults;
import io.github.vpsdns.sandbox.acme.control.AcmeLog;
import io.github.vpsdns.sandbox.acme.jws.ExternalAccounts;
import io.github.vpsdns.sandbox.acme.jws.Nonces;
import io.github.vpsdns.sandbox.acme.jws.RequestVerifier;
import io.github.vpsdns.sandbox.acme.model.Store;
import io.github.vpsdns.sandbox.acme.pki.Issuer;
import io.github.vpsdns.sandbox.acme.pki.Pem;
import io.github.vpsdns.sandbox.acme.protocol.AcmeProtocol;
import io.github.vpsdns.sandbox.acme.protocol.RenewalWindows;
import io.github.vpsdns.sandbox.acme.resource.Settings;
import io.github.vpsdns.sandbox.acme.resource.Urls;
import io.github.vpsdns.sandbox.acme.validation.DnsValidator;
import io.github.vpsdns.sandbox.acme.validation.Workshop;

/**
 * Puts the parts of a CA together and serves them.
 *
 * @param store owns the state
 * @param settings how it behaves
 * @param externalAccounts to which accounts may be bound
 * @param issuer signs
 * @param dns looks challenges up
 * @param workshop does so apart from requests
 * @param nonces are good once
 * @param faults to come
 * @param log of what was asked
 */
public record AcmeSite(
        Store store,
        Settings settings,
        ExternalAccounts externalAccounts,
        Issuer issuer,
        DnsValidator dns,
        Workshop workshop,
        Nonces nonces,
        AcmeFaults faults,
        AcmeLog log) {

    /** Begins to serve at the server's origin. */
    public void serve(AcmeHttpServer server) {
        Urls urls = new Urls(server.origin());
        AcmeProtocol protocol =
                new AcmeProtocol(store, urls, settings, externalAccounts, issuer, dns, workshop, faults, log);
        RequestVerifier verifier = new RequestVerifier(store, nonces, urls.accountPrefix());
        server.start(
                new AcmeHandler(protocol, verifier, nonces, urls, faults, log),
                new AdminHandler(
                        faults,
                        log,
                        workshop,
                        new RenewalWindows(store),
                        Pem.of(issuer.roots().get(0))));
    }
}

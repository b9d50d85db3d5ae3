// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.dns01.Presentation;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import java.security.KeyPair;
import java.time.Duration;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.exception.AcmeException;

/** A certificate by acme4j, with the DNS part left to vpsdns. */
final class OwnCertificate {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    static Certificate issue(
            VpsDnsClient api, AuthoritativeDns dns, Session ca, KeyPair account, KeyPair key, String... names)
            throws AcmeException, InterruptedException {
        Order order = new AccountBuilder()
                .agreeToTermsOfService()
                .useKeyPair(account)
                .create(ca)
                .newOrder()
                .domains(names)
                .create();
        Dns01Solver solver = Dns01Solver.builder(new RecordEditor(api), dns).build();
        try (Presentation presentation = solver.present(order.getAuthorizations())) {
            presentation.awaitEverywhere();
            for (Challenge challenge : presentation.challenges()) {
                challenge.trigger();
            }
            if (order.waitUntilReady(LIMIT) != Status.READY) {
                throw new AcmeException("the CA did not accept the proof: " + order.getError());
            }
        }
        order.execute(key);
        if (order.waitForCompletion(LIMIT) != Status.VALID) {
            throw new AcmeException("the CA did not issue: " + order.getError());
        }
        return order.getCertificate();
    }
}

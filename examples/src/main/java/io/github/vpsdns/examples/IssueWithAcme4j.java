// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.dns01.Presentation;
import java.security.KeyPair;
import java.time.Duration;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.exception.AcmeException;

/** Your own acme4j code, with this library's solver for the DNS part. */
public final class IssueWithAcme4j {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private IssueWithAcme4j() {}

    /**
     * Orders a certificate.
     *
     * @param account your account at the CA
     * @param solver made once, with the API client and the name servers
     * @param key the certificate's key pair
     * @param names what the certificate is for, wildcards included
     * @return the certificate
     * @throws AcmeException if the CA refuses
     * @throws InterruptedException if the thread is interrupted; the records are removed all the same
     */
    public static Certificate issue(Account account, Dns01Solver solver, KeyPair key, String... names)
            throws AcmeException, InterruptedException {
        Order order = account.newOrder().domains(names).create();
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

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.examples;

import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.dns01.Presentation;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import org.shredzone.acme4j.Account;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.exception.AcmeException;

/** Your own acme4j code, with this library's solver for the DNS part: forty lines, imports and comments aside. */
public final class IssueWithAcme4j {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private IssueWithAcme4j() {}

    /**
     * Gets a certificate.
     *
     * @param directory the CA's directory, such as {@code acme://letsencrypt.org}
     * @param accountKey your account's key pair; the account is made where there is none yet
     * @param client the API
     * @param dns finds the name servers that are to show the values before the CA is told
     * @param key the certificate's key pair
     * @param names what the certificate is for, wildcards included
     * @return the certificate
     * @throws AcmeException if the CA refuses
     * @throws InterruptedException if the thread is interrupted; the records are removed all the same
     */
    public static Certificate issue(
            URI directory, KeyPair accountKey, VpsDnsClient client, AuthoritativeDns dns, KeyPair key, String... names)
            throws AcmeException, InterruptedException {
        Account account = new AccountBuilder()
                .agreeToTermsOfService()
                .useKeyPair(accountKey)
                .create(new Session(directory));
        Dns01Solver solver = Dns01Solver.builder(new RecordEditor(client), dns).build();
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

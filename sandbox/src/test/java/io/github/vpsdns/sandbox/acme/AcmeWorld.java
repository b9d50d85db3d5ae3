// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.OrderBuilder;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import org.shredzone.acme4j.exception.AcmeException;

/** A CA, a name server it asks, and acme4j as its client. */
final class AcmeWorld implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(20);

    final List<TxtServer> nameServers = new CopyOnWriteArrayList<>();
    final TxtServer dns;
    final AcmeCa ca;
    final Session session;

    AcmeWorld() throws IOException {
        this(UnaryOperator.identity());
    }

    AcmeWorld(UnaryOperator<AcmeCaBuilder> settings) throws IOException {
        dns = new TxtServer();
        nameServers.add(dns);
        ca = settings.apply(AcmeCa.builder().resolver(this::addresses)).start();
        session = new Session(ca.directory());
    }

    static KeyPair key(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair p256() {
        return key("secp256r1");
    }

    Login login() throws AcmeException {
        return login(p256());
    }

    Login login(KeyPair key) throws AcmeException {
        return new AccountBuilder()
                .agreeToTermsOfService()
                .addEmail("hostmaster@example.com")
                .useKeyPair(key)
                .createLogin(session);
    }

    /** Places the TXT records of all pending authorizations and has them looked at. */
    void prove(Order order) throws AcmeException, InterruptedException {
        for (Authorization authorization : order.getAuthorizations()) {
            if (authorization.getStatus() != Status.VALID) {
                Dns01Challenge challenge =
                        authorization.findChallenge(Dns01Challenge.class).orElseThrow();
                dns.add(challenge.getRRName(authorization.getIdentifier()), challenge.getDigest());
                challenge.trigger();
                challenge.waitForCompletion(DEADLINE);
            }
        }
        order.waitUntilReady(DEADLINE);
    }

    Certificate issue(Login login, OrderBuilder builder) throws AcmeException, InterruptedException {
        return issue(login, builder, p256());
    }

    Certificate issue(Login login, OrderBuilder builder, KeyPair key) throws AcmeException, InterruptedException {
        Order order = builder.create();
        prove(order);
        order.execute(key);
        order.waitForCompletion(DEADLINE);
        return order.getCertificate();
    }

    Certificate issue(Login login, String... names) throws AcmeException, InterruptedException {
        return issue(login, login.newOrder().domains(names));
    }

    private List<InetSocketAddress> addresses() {
        return nameServers.stream().map(TxtServer::address).toList();
    }

    @Override
    public void close() {
        ca.close();
        dns.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.testing;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.dns01.Dns01SolverBuilder;
import io.github.vpsdns.acme.issue.CertificateIssuer;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.issue.IssueOptions;
import io.github.vpsdns.acme.pem.KeyType;
import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.RetryPolicy;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.FastTime;
import io.github.vpsdns.core.testing.MovableTime;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.SandboxBuilder;
import io.github.vpsdns.sandbox.acme.AcmeCaBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.exception.AcmeException;

/** The API, two name servers and a CA on loopback, and a client for them that is in a hurry. */
public final class World implements AutoCloseable {
    public static final AccountSettings ACCOUNT = new AccountSettings("admin@example.com", true, null);

    private static final PropagationPolicy PROPAGATION =
            new PropagationPolicy(Duration.ofSeconds(20), Duration.ofMillis(50), Duration.ofSeconds(1));

    public final Sandbox sandbox;
    public final RecordEditor editor;
    public final AuthoritativeDns dns;
    public final AccountStore accounts = AccountStore.inMemory();
    public final Timekeeper time;
    public final VpsDnsClient client;

    private World(Sandbox sandbox, Timekeeper time) {
        this.sandbox = sandbox;
        this.time = time;
        this.client = VpsDnsClient.builder()
                .apiUrl(sandbox.apiUrl())
                .token(ApiToken.of(sandbox.token()))
                .retry(new RetryPolicy(Duration.ofSeconds(2), Duration.ofMillis(20), Duration.ofMillis(100)))
                .build();
        this.editor = new RecordEditor(client);
        this.dns = AuthoritativeDns.builder()
                .nameServers(sandbox.nameServers())
                .queryTimeout(Duration.ofMillis(300))
                .build();
    }

    public static World start() {
        return start(UnaryOperator.identity());
    }

    public static World start(UnaryOperator<AcmeCaBuilder> ca) {
        return of(Sandbox.builder().zone("example.com").nameServers(2).acme(ca));
    }

    public static World of(SandboxBuilder sandbox) {
        return new World(sandbox.start(), new FastTime());
    }

    /** All of it by a clock that a test moves. */
    public static World of(SandboxBuilder sandbox, MovableTime time) {
        return new World(sandbox.clock(time.clock()).start(), time);
    }

    public AcmeServer server() {
        return new AcmeServer(sandbox.acmeDirectory(), null);
    }

    public Dns01SolverBuilder solver() {
        return Dns01Solver.builder(editor, dns)
                .propagation(PROPAGATION)
                .cleanupLimit(Duration.ofSeconds(20))
                .timekeeper(time);
    }

    public CertificateIssuer issuer() {
        return issuer(solver().build(), IssueListener.NONE);
    }

    public CertificateIssuer issuer(Dns01Solver solver, IssueListener listener) {
        return new CertificateIssuer(server(), ACCOUNT, accounts, solver, time, listener);
    }

    /** An order of acme4j's, as an adopter without our issuance makes it, with a new account each. */
    public Order order(String... names) throws AcmeException {
        return new AccountBuilder()
                .agreeToTermsOfService()
                .useKeyPair(KeyType.P256.generate())
                .createLogin(new Session(sandbox.acmeDirectory()))
                .newOrder()
                .domains(names)
                .create();
    }

    public static IssueOptions names(String... names) {
        return IssueOptions.of(Arrays.stream(names).map(DomainName::of).toList());
    }

    /** What is in the zone now, as {@code name type value}. */
    public List<String> zone() {
        return zone("example.com");
    }

    public List<String> zone(String domain) {
        return sandbox.zones().records(domain).stream()
                .map(record -> record.name() + " " + record.type() + " " + record.value())
                .sorted()
                .toList();
    }

    /** How many calls the API has had, by method and path with ids left out. */
    public long calls(String method, String path) {
        return sandbox.calls().all().stream()
                .filter(call -> call.method().equals(method))
                .filter(call ->
                        call.path().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*").equals(path))
                .count();
    }

    public long calls() {
        return sandbox.calls().all().size();
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}

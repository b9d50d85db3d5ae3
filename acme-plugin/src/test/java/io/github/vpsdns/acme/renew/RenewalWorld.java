// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.issue.IssueOptions;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.CertificateStorage;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.RetryPolicy;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.acme.AcmeCaBuilder;
import io.github.vpsdns.sandbox.acme.control.AcmeEvent;
import io.github.vpsdns.sandbox.control.Call;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** API, name server and CA on loopback, all on one clock that only moves when somebody waits or a test says so. */
final class RenewalWorld implements AutoCloseable {
    static final LineageName NAME = new LineageName("example.com");

    final ManualTime time = new ManualTime();
    final Sandbox sandbox;
    private final Client client;

    private RenewalWorld(UnaryOperator<AcmeCaBuilder> ca) {
        Clock clock = clock(time);
        sandbox = Sandbox.builder()
                .zone("example.com")
                .clock(clock)
                .acme(builder -> ca.apply(builder.clock(clock)))
                .start();
        client = connect(Journal.none());
    }

    /** A connection to the API of its own, as each process has one. */
    Client connect(Journal journal) {
        VpsDnsClient api = VpsDnsClient.builder()
                .apiUrl(sandbox.apiUrl())
                .token(ApiToken.of(sandbox.token()))
                .retry(new RetryPolicy(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(1)))
                .timekeeper(time)
                .build();
        AuthoritativeDns dns = AuthoritativeDns.builder()
                .nameServers(sandbox.nameServers())
                .queryTimeout(Duration.ofMillis(300))
                .timekeeper(time)
                .build();
        return new Client(
                api,
                Dns01Solver.builder(new RecordEditor(api), dns)
                        .propagation(new PropagationPolicy(
                                Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(10)))
                        .journal(journal)
                        .timekeeper(time)
                        .build());
    }

    /** A connection to the API and a solver on it. */
    record Client(VpsDnsClient api, Dns01Solver solver) implements SolverSource, AutoCloseable {
        @Override
        public OpenSolver open() {
            return SolverSource.of(solver).open();
        }

        @Override
        public void close() {
            api.close();
        }
    }

    static RenewalWorld start() {
        return new RenewalWorld(UnaryOperator.identity());
    }

    static RenewalWorld start(UnaryOperator<AcmeCaBuilder> ca) {
        return new RenewalWorld(ca);
    }

    /** The world's time of day with real waits, for those who wait for each other. */
    Timekeeper waiting() {
        return new Timekeeper() {
            @Override
            public Instant now() {
                return time.now();
            }

            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Timekeeper.system().sleep(duration.dividedBy(10));
            }
        };
    }

    static Clock clock(Timekeeper time) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.now();
            }
        };
    }

    RenewerBuilder renewer(CertificateStorage storage) {
        return renewer(storage, client);
    }

    RenewerBuilder renewer(CertificateStorage storage, SolverSource solvers) {
        return Renewer.builder(storage, solvers).timekeeper(time).random(new Random(1));
    }

    AcmeServer server() {
        return new AcmeServer(sandbox.acmeDirectory(), null);
    }

    RenewalRequest request() {
        return request(World.names("example.com"));
    }

    RenewalRequest request(IssueOptions options) {
        return RenewalRequest.of(options, server(), World.ACCOUNT);
    }

    static RenewalJob job(RenewalRequest request) {
        return RenewalJob.of(NAME, request);
    }

    List<AcmeEvent.OrderCreated> orders() {
        return sandbox.acme().log().events(AcmeEvent.OrderCreated.class);
    }

    List<X509Certificate> certificates() {
        return sandbox.acme().certificates();
    }

    List<Call> calls() {
        return sandbox.calls().all();
    }

    static X509Certificate certificate(CertificateStorage storage) {
        CertificateFiles files = storage.load(NAME).orElseThrow();
        return files.chain().get(0);
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}

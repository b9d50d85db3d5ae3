// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.issue.IssueOptions;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.schedule.Plan;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.testing.World;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.testing.ChildJvm;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** A JVM of its own that renews, and stops at a phase to be killed there. */
final class RenewingProcess {
    /** What is under way when the process is killed. */
    enum Phase {
        RENEWING,
        ORDERED,
        PRESENTED,
        FINALIZING,
        ISSUED,
        RENEWED,
        DEPLOYING
    }

    private RenewingProcess() {}

    static ChildJvm start(World world, Path state, Phase until) {
        return ChildJvm.start(
                RenewingProcess.class,
                world.sandbox.apiUrl(),
                world.sandbox.token(),
                world.sandbox.nameServers().get(0).getPort(),
                world.sandbox.acmeDirectory(),
                state,
                until);
    }

    public static void main(String[] args) {
        VpsDnsClient client = VpsDnsClient.builder()
                .apiUrl(URI.create(args[0]))
                .token(ApiToken.of(args[1]))
                .build();
        AuthoritativeDns dns = AuthoritativeDns.builder()
                .nameServers(
                        List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[2]))))
                .build();
        StateDirectory state = new StateDirectory(Path.of(args[4]));
        Journal journal = state.journal(Timekeeper.system());
        Dns01Solver solver = Dns01Solver.builder(new RecordEditor(client), dns)
                .journal(journal)
                .build();
        Phase until = Phase.valueOf(args[5]);
        RenewalOutcome outcome = Renewer.builder(state.storage(), SolverSource.of(solver))
                .listener(new Halt(until))
                .build()
                .renew(
                        RenewalJob.of(
                                new LineageName("example.com"),
                                RenewalRequest.of(
                                                IssueOptions.of(List.of(DomainName.of("example.com"))),
                                                new AcmeServer(URI.create(args[3]), null),
                                                World.ACCOUNT)
                                        .withDeployer((name, certificate) -> stop(until == Phase.DEPLOYING))),
                        Urgency.NOW);
        System.out.println(outcome);
    }

    private static void stop(boolean here) {
        if (here) {
            try {
                ChildJvm.sayAndStay("here");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Halt(Phase until) implements RenewalListener {
        @Override
        public void renewing(LineageName name, Plan plan) {
            stop(until == Phase.RENEWING);
        }

        @Override
        public void orderCreated(URI order, List<String> names) {
            stop(until == Phase.ORDERED);
        }

        @Override
        public void presented(DomainName target, boolean created) {
            stop(until == Phase.PRESENTED);
        }

        @Override
        public void finalizing() {
            stop(until == Phase.FINALIZING);
        }

        @Override
        public void issued(X509Certificate certificate) {
            stop(until == Phase.ISSUED);
        }

        @Override
        public void renewed(LineageName name, CertificateFiles certificate, Plan next) {
            stop(until == Phase.RENEWED);
        }
    }
}

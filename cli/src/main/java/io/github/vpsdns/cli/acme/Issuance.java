// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.hook.DeployHookException;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.renew.IssueService;
import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.progress.Progress;
import io.github.vpsdns.core.time.Timekeeper;
import java.nio.file.Path;

/** What {@code vpsdns acme issue} does; apart from the command, whose class is loaded for any line. */
final class Issuance {
    private final Frame frame;
    private final IssueRequest request;
    private final StateDirectory state;

    private Issuance(Frame frame, IssueRequest request, StateDirectory state) {
        this.frame = frame;
        this.request = request;
        this.state = state;
    }

    static void run(Frame frame, IssueRequest request, Path directory, ApiOptions api, DnsOptions dns) {
        try (ApiConnection connection = ApiConnection.open(frame, api, ApiSolvers.API_LIMIT)) {
            StateDirectory state = new StateDirectory(directory).prepare();
            new Issuance(frame, request, state).run(connection, dns);
        }
    }

    private void run(ApiConnection connection, DnsOptions dns) {
        Timekeeper time = frame.host().time();
        Lineage lineage;
        try (Journal journal = state.journal(time);
                Progress progress = Progress.of(frame)) {
            IssueProgress listener = new IssueProgress(progress);
            Dns01Solver solver = ApiSolvers.solver(frame, connection, dns, journal);
            lineage = new IssueService(state, solver, time, listener)
                    .issue(request.lineage(), request.settings(), request.account(), request.keystorePassword());
        } catch (CaException e) {
            throw CaRefusal.of(e, time.now());
        } catch (DeployHookException e) {
            // The certificate is there all the same, and its files are what the reader wants to know.
            state.lineages().load(request.lineage()).ifPresent(installed -> print(installed, connection));
            throw e;
        }
        print(lineage, connection);
    }

    private void print(Lineage lineage, ApiConnection connection) {
        CertificateView view = CertificateView.of(lineage, frame.host().time().now());
        frame.result(
                view.text(frame.host().time().now()),
                () -> new IssuedView(
                        view,
                        new IssuedView.Calls(
                                connection.calls().total(), connection.calls().counts())));
    }
}

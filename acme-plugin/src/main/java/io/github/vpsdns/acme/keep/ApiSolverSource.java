// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.keep;

import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.renew.SolverSource;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Connects to the API for one attempt. Thread-safe.
 *
 * @param url the API
 * @param token its token
 * @param nameServers the servers to ask for challenge values, or none to find them
 * @param journal somebody else's to close
 * @param time the clock
 */
record ApiSolverSource(URI url, ApiToken token, List<InetSocketAddress> nameServers, Journal journal, Timekeeper time)
        implements SolverSource {
    @Override
    public OpenSolver open() {
        VpsDnsClient client =
                VpsDnsClient.builder().apiUrl(url).token(token).timekeeper(time).build();
        AuthoritativeDns.Builder dns = AuthoritativeDns.builder().timekeeper(time);
        if (!nameServers.isEmpty()) {
            dns.nameServers(nameServers);
        }
        Dns01Solver solver = Dns01Solver.builder(new RecordEditor(client), dns.build())
                .journal(journal)
                .timekeeper(time)
                .build();
        return new OpenSolver() {
            @Override
            public Dns01Solver solver() {
                return solver;
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}

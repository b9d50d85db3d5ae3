// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.acme;

import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.journal.Journal;
import io.github.vpsdns.acme.renew.SolverSource;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.api.NameServers;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import java.time.Duration;

/**
 * Solvers that write through the API, each with a connection of its own, the token as it is then, and the state directory's
 * journal.
 *
 * @param frame holds environment and clock
 * @param state where the journal is
 * @param api the API and its token
 * @param dns the name servers
 * @param calls counts the API calls of all of them
 */
public record ApiSolvers(Frame frame, StateDirectory state, ApiOptions api, DnsOptions dns, CallCounter calls)
        implements SolverSource {
    /** Shorter than a service manager waits after SIGTERM; what is not removed by then, the next run removes. */
    private static final Duration CLEANUP_LIMIT = Duration.ofSeconds(45);

    /** Long enough to sit out an outage or a rate limit, for half an issuance is worth more patience than a listing. */
    static final Duration API_LIMIT = Duration.ofMinutes(2);

    /**
     * Makes sure that a solver could be opened, as far as that can be told without asking anybody.
     *
     * @throws UsageException if an option is wrong
     * @throws InvalidValueException if an option is wrong or there is no token
     */
    public void requireUsable() {
        ApiConnection.requireUsable(frame, api);
        AuthoritativeDns unused = NameServers.of(frame, dns);
    }

    @Override
    public OpenSolver open() {
        try {
            return connect();
        } catch (InvalidValueException | UsageException e) {
            throw new VpsDnsException(e.getMessage() == null ? "wrong configuration" : e.getMessage(), e);
        }
    }

    private OpenSolver connect() {
        ApiConnection connection = ApiConnection.open(frame, api, API_LIMIT, calls);
        try {
            Journal journal = state.journal(frame.host().time());
            return new Open(connection, journal, solver(frame, connection, dns, journal));
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    static Dns01Solver solver(Frame frame, ApiConnection connection, DnsOptions dns, Journal journal) {
        return Dns01Solver.builder(connection.editor(), NameServers.of(frame, dns))
                .journal(journal)
                .cleanupLimit(CLEANUP_LIMIT)
                .timekeeper(frame.host().time())
                .build();
    }

    private record Open(ApiConnection connection, Journal journal, Dns01Solver solver) implements OpenSolver {
        @Override
        public void close() {
            try (connection) {
                journal.close();
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.dns01.Dns01Solver;

/**
 * Opens what an attempt needs to answer challenges: the connection to the API, the journal. One attempt opens it and closes it
 * again, so that no connection idles for weeks, and a token that has changed meanwhile is the new one.
 *
 * <p>Implementations are thread-safe.
 */
public interface SolverSource {
    /** A solver for the length of an attempt. */
    interface OpenSolver extends AutoCloseable {
        /**
         * Returns the solver.
         *
         * @return the same one each time
         */
        Dns01Solver solver();

        /** Ends its connections; a second time does nothing. */
        @Override
        void close();
    }

    /**
     * Opens a solver.
     *
     * @return the solver, to be closed
     * @throws io.github.vpsdns.core.VpsDnsException if that is not possible, such as without a token; one sentence tells why
     */
    OpenSolver open();

    /**
     * Takes a solver that is open all the time and somebody else's to close.
     *
     * @param solver the solver
     * @return a source of it
     */
    static SolverSource of(Dns01Solver solver) {
        requireNonNull(solver, "solver");
        return () -> new OpenSolver() {
            @Override
            public Dns01Solver solver() {
                return solver;
            }

            @Override
            public void close() {
                // whoever built it closes it
            }
        };
    }
}

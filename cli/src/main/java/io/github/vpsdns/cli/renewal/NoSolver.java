// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.renew.SolverSource;
import io.github.vpsdns.core.VpsDnsException;

/** For who only looks: opens nothing. */
record NoSolver() implements SolverSource {
    @Override
    public OpenSolver open() {
        throw new VpsDnsException("nothing is written here, it is only looked", null);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells whether a TXT record with a given value is to be seen at every name server; the texts of its problems are those
 * of Let's Encrypt.
 *
 * <p>Thread-safe if the supplier is.
 */
public final class DnsValidator {
    private final Supplier<List<InetSocketAddress>> servers;
    private final TxtLookup lookup;

    /**
     * A validator.
     *
     * @param servers asked anew for each validation
     * @param timeout how long each may take to answer
     */
    public DnsValidator(Supplier<List<InetSocketAddress>> servers, Duration timeout) {
        this.servers = servers;
        this.lookup = new TxtLookup(timeout);
    }

    /** What is wrong with the records at the name; empty if all servers show the value. */
    public Optional<Problem> check(String name, String value) {
        List<InetSocketAddress> all = servers.get();
        if (all.isEmpty()) {
            return Optional.of(Problem.of(ProblemType.DNS, "DNS problem: no name server to ask for TXT for " + name));
        }
        return all.stream()
                .map(server -> judge(lookup.ask(server, name), server, name, value))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> judge(TxtAnswer answer, InetSocketAddress server, String name, String value) {
        if (answer instanceof TxtAnswer.Failure failure) {
            String hint = failure.what().equals("NXDOMAIN") ? " - check that a DNS record exists for this domain" : "";
            return Optional.of(Problem.of(
                    ProblemType.DNS,
                    "DNS problem: " + failure.what() + " looking up TXT for " + name + at(server) + hint));
        }
        List<String> values = ((TxtAnswer.Texts) answer).values();
        if (values.contains(value)) {
            return Optional.empty();
        }
        if (values.isEmpty()) {
            return unauthorized("No TXT record found at " + name + at(server));
        }
        String more = values.size() > 1 ? " (and " + (values.size() - 1) + " more)" : "";
        return unauthorized("Incorrect TXT record \"" + values.get(0) + "\"" + more + " found at " + name + at(server));
    }

    private static String at(InetSocketAddress server) {
        return " (asked " + server.getHostString() + ":" + server.getPort() + ")";
    }

    private static Optional<Problem> unauthorized(String detail) {
        return Optional.of(Problem.of(ProblemType.UNAUTHORIZED, detail));
    }
}

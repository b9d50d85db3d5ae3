// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/**
 * Tells whether a fitting TXT record is to be seen at every name server, and whether CAA records allow to issue; the
 * texts of its problems are those of Let's Encrypt.
 *
 * <p>Thread-safe if the supplier is.
 */
public final class DnsValidator {
    private final Supplier<List<InetSocketAddress>> servers;
    private final DnsLookup lookup;
    private final CaaCheck caa;

    /**
     * A validator.
     *
     * @param servers asked anew for each validation
     * @param timeout how long each may take to answer
     * @param issuer the name by which CAA records allow this CA
     */
    public DnsValidator(Supplier<List<InetSocketAddress>> servers, Duration timeout, String issuer) {
        this.servers = servers;
        this.lookup = new DnsLookup(timeout);
        this.caa = new CaaCheck(lookup, issuer);
    }

    /** What is wrong with the TXT records at the name; empty if all servers show one that fits. */
    public Optional<Problem> checkText(String name, Predicate<String> fits) {
        List<InetSocketAddress> all = servers.get();
        if (all.isEmpty()) {
            return Optional.of(Problem.of(ProblemType.DNS, "DNS problem: no name server to ask for TXT for " + name));
        }
        return all.stream()
                .map(server -> judge(lookup.ask(server, name, Type.TXT), server, name, fits))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Why CAA records forbid to issue; empty if they do not, at any server. */
    public Optional<Problem> checkCaa(Question question) {
        return servers.get().stream()
                .map(server -> caa.check(server, question))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> judge(
            DnsAnswer answer, InetSocketAddress server, String name, Predicate<String> fits) {
        if (answer instanceof DnsAnswer.Failure failure) {
            String hint = failure.what().equals("NXDOMAIN") ? " - check that a DNS record exists for this domain" : "";
            return Optional.of(Problem.of(
                    ProblemType.DNS,
                    "DNS problem: " + failure.what() + " looking up TXT for " + name + at(server) + hint));
        }
        List<String> values = ((DnsAnswer.Records) answer)
                .records().stream().map(DnsValidator::text).toList();
        if (values.stream().anyMatch(fits)) {
            return Optional.empty();
        }
        if (values.isEmpty()) {
            return unauthorized("No TXT record found at " + name + at(server));
        }
        String more = values.size() > 1 ? " (and " + (values.size() - 1) + " more)" : "";
        return unauthorized("Incorrect TXT record \"" + values.get(0) + "\"" + more + " found at " + name + at(server));
    }

    /** The character strings of a record joined, as RFC 8555 §8.4 has them read. */
    private static String text(Record record) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ((TXTRecord) record).getStringsAsByteArrays().forEach(whole::writeBytes);
        return whole.toString(StandardCharsets.UTF_8);
    }

    private static String at(InetSocketAddress server) {
        return " (asked " + server.getHostString() + ":" + server.getPort() + ")";
    }

    private static Optional<Problem> unauthorized(String detail) {
        return Optional.of(Problem.of(ProblemType.UNAUTHORIZED, detail));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.sandbox.acme.validation;

import io.github.vpsdns.sandbox.acme.model.Problem;
import io.github.vpsdns.sandbox.acme.model.ProblemType;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.Type;

/** Asks whether the owner of a name lets the CA issue for it (RFC 8659, with the parameters of RFC 8657). */
final class CaaCheck {
    private static final int CRITICAL = 128;
    private static final Set<String> KNOWN = Set.of("issue", "issuewild", "iodef");

    /** A server that only knows its own zones says one of these of what is above them. */
    private static final Set<String> NOTHING_HERE = Set.of("NXDOMAIN", "REFUSED");

    private final DnsLookup lookup;
    private final String issuer;

    CaaCheck(DnsLookup lookup, String issuer) {
        this.lookup = lookup;
        this.issuer = issuer;
    }

    Optional<Problem> check(InetSocketAddress server, Question question) {
        for (String name = question.domain(); !name.isEmpty(); name = parent(name)) {
            DnsAnswer answer = lookup.ask(server, name, Type.CAA);
            if (answer instanceof DnsAnswer.Failure failure && !NOTHING_HERE.contains(failure.what())) {
                return Optional.of(
                        Problem.of(ProblemType.DNS, "DNS problem: " + failure.what() + " looking up CAA for " + name));
            }
            if (answer instanceof DnsAnswer.Records found && !found.records().isEmpty()) {
                List<CAARecord> records =
                        found.records().stream().map(CAARecord.class::cast).toList();
                return allows(records, question)
                        ? Optional.empty()
                        : Optional.of(Problem.of(ProblemType.CAA, "CAA record for " + name + " prevents issuance"));
            }
        }
        return Optional.empty();
    }

    private boolean allows(List<CAARecord> records, Question question) {
        if (records.stream().anyMatch(rr -> (rr.getFlags() & CRITICAL) != 0 && !KNOWN.contains(rr.getTag()))) {
            return false;
        }
        List<CAARecord> issuing = tagged(records, "issue");
        List<CAARecord> wild = tagged(records, "issuewild");
        List<CAARecord> relevant = question.wildcard() && !wild.isEmpty() ? wild : issuing;
        return relevant.isEmpty() || relevant.stream().anyMatch(rr -> names(rr, question));
    }

    private static List<CAARecord> tagged(List<CAARecord> records, String tag) {
        return records.stream().filter(rr -> rr.getTag().equalsIgnoreCase(tag)).toList();
    }

    private boolean names(CAARecord record, Question question) {
        return IssueValue.parse(record.getValue())
                .filter(value -> value.issuer().equals(issuer))
                .filter(value -> value.parameter("accounturi")
                        .map(question.accountUrl()::equals)
                        .orElse(true))
                .filter(value -> value.parameter("validationmethods")
                        .map(methods -> Arrays.stream(methods.split(",", -1))
                                .map(String::strip)
                                .anyMatch(question.method()::equals))
                        .orElse(true))
                .isPresent();
    }

    private static String parent(String name) {
        return name.contains(".") ? name.substring(name.indexOf('.') + 1) : "";
    }
}

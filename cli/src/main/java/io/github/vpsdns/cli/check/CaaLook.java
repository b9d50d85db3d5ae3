// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.check;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.caa.CaaCheck;
import io.github.vpsdns.acme.caa.CaaVerdict;
import io.github.vpsdns.acme.caa.RelevantCaa;
import io.github.vpsdns.acme.check.Finding;
import io.github.vpsdns.acme.check.Kind;
import io.github.vpsdns.acme.check.NameCheck;
import io.github.vpsdns.acme.check.Severity;
import io.github.vpsdns.acme.check.Subject;
import io.github.vpsdns.cli.check.KnownCas.Answer;
import io.github.vpsdns.cli.check.KnownCas.KnownCa;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether CAA records let the CAs issue that may be meant. No CA is asked anything where there are no such records, which let
 * every CA issue. Where there are several CAs, a name is in trouble if none of them may; one that may not is worth a warning.
 */
final class CaaLook implements NameCheck {
    private final CaaCheck caa;
    private final KnownCas cas;
    private final List<DomainName> wanted;
    private final Predicate<DomainName> beyond;

    /**
     * Prepares it.
     *
     * @param wanted the names as they would stand in an order
     * @param beyond which names the servers that are asked need not know
     */
    CaaLook(CaaCheck caa, KnownCas cas, List<DomainName> wanted, Predicate<DomainName> beyond) {
        this.caa = caa;
        this.cas = cas;
        this.wanted = List.copyOf(wanted);
        this.beyond = beyond;
    }

    @Override
    public List<Finding> run(DomainName name) {
        Subject.Name subject = new Subject.Name(name);
        Optional<RelevantCaa> relevant = caa.relevant(name);
        if (relevant.isEmpty()) {
            return List.of(Finding.ok(
                    subject, Kind.CAA, "there are no CAA records for it or any name above, so every CA may issue"));
        }
        Optional<String> unknown = relevant.get().unknown();
        if (unknown.isPresent() && beyond.test(relevant.get().at())) {
            return List.of(Finding.ok(
                    subject,
                    Kind.CAA,
                    "there are no CAA records for it in the account's zone; above it was not looked at, since the servers"
                            + " to ask are given"));
        }
        if (unknown.isPresent()) {
            return List.of(Finding.warning(
                    subject,
                    Kind.CAA,
                    "which CAA records decide is not known: " + unknown.get(),
                    "see that the name servers answer; a CA that gets no answer either does not issue"));
        }
        List<KnownCa> known;
        try {
            known = cas.all();
        } catch (VpsDnsException e) {
            return List.of(Finding.warning(
                    subject, Kind.CAA, text(relevant.get()) + "; " + e.getMessage(), "name the CA by --server"));
        }
        return known.isEmpty()
                ? List.of(Finding.ok(
                        subject,
                        Kind.CAA,
                        text(relevant.get()) + "; with --server CA it is told whether that one may issue"))
                : judge(subject, relevant.get(), known);
    }

    private List<Finding> judge(Subject.Name subject, RelevantCaa relevant, List<KnownCa> known) {
        List<DomainName> orders = wanted.stream()
                .filter(name -> name.withoutWildcard().equals(subject.name()))
                .distinct()
                .toList();
        List<Finding> findings = new ArrayList<>();
        List<Finding> refusals = new ArrayList<>();
        int refusing = 0;
        for (KnownCa ca : known) {
            Answer answer = cas.ask(ca);
            if (answer instanceof Answer.Silent silent) {
                findings.add(Finding.warning(
                        subject,
                        Kind.CAA,
                        text(relevant) + "; whether they let " + ca.server().host() + " issue is not known: "
                                + silent.reason(),
                        "try again later, or see 'vpsdns acme caa show --help'"));
                continue;
            }
            Answer.Told told = (Answer.Told) answer;
            Map<DomainName, CaaVerdict> verdicts = caa.check(orders, told.identities(), told.account(), ca.challenge());
            boolean refused = false;
            for (DomainName order : orders) {
                CaaVerdict verdict = requireNonNull(verdicts.get(order));
                refused |= verdict instanceof CaaVerdict.Forbidden;
                (verdict instanceof CaaVerdict.Forbidden ? refusals : findings)
                        .add(finding(subject, relevant, ca, order, verdict));
            }
            refusing += refused ? 1 : 0;
        }
        Severity severity = refusing == known.size() ? Severity.PROBLEM : Severity.WARNING;
        refusals.forEach(refusal ->
                findings.add(new Finding(subject, Kind.CAA, severity, false, refusal.message(), refusal.advice())));
        return findings;
    }

    private static Finding finding(
            Subject subject, RelevantCaa relevant, KnownCa ca, DomainName order, CaaVerdict verdict) {
        String host = ca.server().host();
        if (verdict instanceof CaaVerdict.Forbidden no) {
            return Finding.problem(
                    subject, Kind.CAA, host + " may not issue for " + order + ": " + no.reason(), no.remedy());
        }
        if (verdict instanceof CaaVerdict.Unknown unknown) {
            return Finding.warning(
                    subject,
                    Kind.CAA,
                    text(relevant) + "; whether they let " + host + " issue for " + order + " is not known: "
                            + unknown.reason(),
                    "nothing, if a certificate for it could be had before");
        }
        return Finding.ok(
                subject, Kind.CAA, "the CAA records at " + relevant.at() + " let " + host + " issue for " + order);
    }

    private static String text(RelevantCaa relevant) {
        return "the CAA records at " + relevant.at() + " are "
                + relevant.records().stream().map(RecordData::value).collect(Collectors.joining(", "));
    }
}

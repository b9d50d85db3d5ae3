// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.persist;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.delegation.DelegationException;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.VpsDnsException;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.dns.Answer;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.AuthoritativeZone;
import io.github.vpsdns.core.dns.DnsLookupException;
import io.github.vpsdns.core.dns.NameServer;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.record.Txt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands, at the authoritative servers and without any call to the API, so that it needs no token.
 *
 * <p>Immutable and thread-safe.
 */
public final class ProofLook {
    private static final int MAX_HOPS = 8;
    private static final int PARALLEL = 8;

    private final AuthoritativeDns dns;
    private final Delegation delegation;

    /**
     * Creates a look.
     *
     * @param dns asks the zones' servers
     * @param delegation what to do about CNAME records at validation names
     */
    public ProofLook(AuthoritativeDns dns, Delegation delegation) {
        this.dns = requireNonNull(dns, "dns");
        this.delegation = requireNonNull(delegation, "delegation");
    }

    /**
     * Reads what stands for several names, side by side.
     *
     * @param demands for which names
     * @return what stands for each, in their order
     * @throws DelegationException if aliases lead nowhere
     * @throws CancelledException if the thread is interrupted, with the flag set again
     * @throws VpsDnsException if the name servers cannot be found or asked
     */
    public List<ProofStatus> at(Collection<ProofDemand> demands) {
        List<TaskOutcome<ProofStatus>> outcomes = new Batch("proof", PARALLEL)
                .run(demands.stream()
                        .map(demand -> (Callable<ProofStatus>) () -> at(demand))
                        .toList());
        return outcomes.stream().map(ProofLook::result).toList();
    }

    private static ProofStatus result(TaskOutcome<ProofStatus> outcome) {
        if (outcome instanceof TaskOutcome.Done<ProofStatus> done) {
            return done.value();
        }
        if (outcome instanceof TaskOutcome.Failed<ProofStatus> failed) {
            throw failed.reason() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("looking for persistent proofs failed", failed.reason());
        }
        throw new CancelledException("interrupted while looking for persistent proofs", null);
    }

    private ProofStatus at(ProofDemand demand) {
        Set<DomainName> chain = new LinkedHashSet<>();
        chain.add(demand.validationName());
        DomainName at = demand.validationName();
        if (delegation instanceof Delegation.Alias alias) {
            at = alias.target();
            chain.add(at);
        }
        while (true) {
            Map<NameServer, Answer> answers = ask(at);
            @Nullable DomainName target = delegation instanceof Delegation.Follow ? alias(at, answers) : null;
            if (target == null) {
                return new ProofStatus(demand, List.copyOf(chain), standing(demand, answers));
            }
            if (!chain.add(target)) {
                List<DomainName> circle = new ArrayList<>(chain);
                circle.add(target);
                throw DelegationException.circle(circle);
            }
            if (chain.size() > MAX_HOPS + 1) {
                throw DelegationException.tooLong(MAX_HOPS, chain);
            }
            at = target;
        }
    }

    /** Returns what those servers say that say anything. */
    private Map<NameServer, Answer> ask(DomainName name) {
        AuthoritativeZone zone = dns.zoneContaining(name);
        Map<NameServer, Answer> answers = zone.lookup(name, RecordType.TXT);
        Map<NameServer, Answer> said = answers.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Answer.Failed))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (said.isEmpty()) {
            throw new DnsLookupException(
                    "what stands at '" + name + "' is not known, as no name server answers ("
                            + answers.entrySet().stream()
                                    .filter(entry -> entry.getValue() instanceof Answer.Failed)
                                    .map(entry -> entry.getKey() + ": " + ((Answer.Failed) entry.getValue()).reason())
                                    .collect(Collectors.joining("; "))
                            + ")",
                    null);
        }
        return said;
    }

    private static @Nullable DomainName alias(DomainName name, Map<NameServer, Answer> answers) {
        Set<DomainName> targets = new HashSet<>();
        boolean plain = false;
        for (Answer answer : answers.values()) {
            if (answer instanceof Answer.Alias alias) {
                targets.add(alias.target());
            } else {
                plain = true;
            }
        }
        if (targets.size() > 1 || (plain && !targets.isEmpty())) {
            throw new DnsLookupException(
                    "whether '" + name + "' is an alias is not known, as the name servers disagree", null);
        }
        return targets.isEmpty() ? null : targets.iterator().next();
    }

    /** A CA may ask any of the servers, so only what all have stands. */
    private static List<ProofRecord> standing(ProofDemand demand, Map<NameServer, Answer> answers) {
        @Nullable Set<String> common = null;
        for (Answer answer : answers.values()) {
            Set<String> texts = texts(answer);
            if (common == null) {
                common = new LinkedHashSet<>(texts);
            } else {
                common.retainAll(texts);
            }
        }
        return (common == null ? Set.<String>of() : common)
                .stream().flatMap(text -> demand.own(text).stream()).toList();
    }

    private static Set<String> texts(Answer answer) {
        return answer instanceof Answer.Data data
                ? data.data().stream()
                        .filter(Txt.class::isInstance)
                        .map(txt -> ((Txt) txt).text())
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }
}

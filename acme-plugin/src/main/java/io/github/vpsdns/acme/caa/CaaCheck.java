// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.caa;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.dns.AuthoritativeZone;
import io.github.vpsdns.core.name.DomainName;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether CAA records let a CA issue, by the rules that the CA goes by: the records at the name or, where there are none, at
 * the nearest name above it that has some (RFC 8659 section 3); {@code issuewild} before {@code issue} for wildcards; {@code
 * accounturi} and {@code validationmethods} (RFC 8657).
 *
 * <p>Authoritative servers are asked, each name once, names side by side. No call is made to the API. What cannot be looked up is
 * {@linkplain CaaVerdict.Unknown unknown}: the CA may be able to.
 *
 * <p>Immutable and thread-safe.
 */
public final class CaaCheck {
    private static final int PARALLEL = 8;

    private final CaaLookup lookup;

    private CaaCheck(CaaLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Creates a check.
     *
     * @param dns the way to the name servers
     * @return the check
     */
    public static CaaCheck of(AuthoritativeDns dns) {
        return new CaaCheck(new CaaLookup(requireNonNull(dns, "dns")));
    }

    /**
     * Checks one name.
     *
     * @param name the name as it stands in the order, with {@code *.} for a wildcard
     * @param identities the domain names by which the CA knows itself, {@code caaIdentities} of its directory (RFC 8555 section
     *     7.1.1)
     * @param account the URL of the account that will order, or {@code null} if there is none yet
     * @param method the challenge that will be answered, such as {@code dns-01}
     * @return whether the CA may issue
     * @throws CancelledException if the thread is interrupted, with the flag set again
     */
    public CaaVerdict check(DomainName name, Collection<String> identities, @Nullable URI account, String method) {
        return requireNonNull(check(List.of(name), identities, account, method).get(name));
    }

    /**
     * Checks several names; those that share names above them share the look-ups.
     *
     * @param names the names as they stand in the order
     * @param identities as for one name
     * @param account as for one name
     * @param method as for one name
     * @return a verdict for each name, in their order
     * @throws CancelledException if the thread is interrupted, with the flag set again
     */
    public Map<DomainName, CaaVerdict> check(
            Collection<DomainName> names, Collection<String> identities, @Nullable URI account, String method) {
        Map<DomainName, CaaVerdict> verdicts = new LinkedHashMap<>();
        if (identities.isEmpty()) {
            names.forEach(name ->
                    verdicts.put(name, new CaaVerdict.Unknown("the CA does not say by which names it knows itself")));
            return verdicts;
        }
        CaaPolicy policy = new CaaPolicy(identities, account, method);
        Map<DomainName, CaaAnswer> known = climb(names);
        names.forEach(name -> verdicts.put(
                name,
                relevant(name, known)
                        .map(found -> found.judge(policy, name.isWildcard()))
                        .orElseGet(() -> new CaaVerdict.Allowed(Optional.empty()))));
        return verdicts;
    }

    /**
     * Finds the records that decide for a name.
     *
     * @param name a name, with or without {@code *.}
     * @return where they stand, and what they are; empty if there are none up to the top-level domain
     * @throws CancelledException if the thread is interrupted, with the flag set again
     */
    public Optional<RelevantCaa> relevant(DomainName name) {
        return relevant(name, climb(List.of(name)));
    }

    private static Optional<RelevantCaa> relevant(DomainName name, Map<DomainName, CaaAnswer> known) {
        for (DomainName at = name.withoutWildcard(); !at.isRoot(); at = at.parent()) {
            CaaAnswer answer = requireNonNull(known.get(at));
            if (answer instanceof CaaAnswer.Records found) {
                return Optional.of(new RelevantCaa(at, found.records(), Optional.empty()));
            }
            if (answer instanceof CaaAnswer.Unknown unknown) {
                return Optional.of(new RelevantCaa(at, List.of(), Optional.of(unknown.reason())));
            }
        }
        return Optional.empty();
    }

    /** Goes up from all names at once, and from each no further than needed. */
    private Map<DomainName, CaaAnswer> climb(Collection<DomainName> names) {
        Map<DomainName, CaaAnswer> known = new HashMap<>();
        Map<DomainName, @Nullable AuthoritativeZone> level = new LinkedHashMap<>();
        names.forEach(name -> level.put(name.withoutWildcard(), null));
        while (!level.isEmpty()) {
            Map<DomainName, CaaAnswer> answers = ask(level);
            known.putAll(answers);
            level.clear();
            answers.forEach((name, answer) -> {
                if (answer instanceof CaaAnswer.Nothing nothing
                        && !name.parent().isRoot()
                        && !known.containsKey(name.parent())) {
                    level.put(name.parent(), nothing.zone());
                }
            });
        }
        return known;
    }

    private Map<DomainName, CaaAnswer> ask(Map<DomainName, @Nullable AuthoritativeZone> names) {
        List<DomainName> order = new ArrayList<>(names.keySet());
        List<TaskOutcome<CaaAnswer>> outcomes = new Batch("caa", PARALLEL)
                .run(order.stream()
                        .map(name -> (Callable<CaaAnswer>) () -> lookup.at(name, names.get(name)))
                        .toList());
        Map<DomainName, CaaAnswer> answers = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            answers.put(order.get(i), answer(outcomes.get(i)));
        }
        return answers;
    }

    private static CaaAnswer answer(TaskOutcome<CaaAnswer> outcome) {
        if (outcome instanceof TaskOutcome.Done<CaaAnswer> done) {
            return done.value();
        }
        if (outcome instanceof TaskOutcome.Failed<CaaAnswer> failed) {
            throw failed.reason() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("looking for CAA records failed", failed.reason());
        }
        throw new CancelledException("interrupted while looking for CAA records", null);
    }
}

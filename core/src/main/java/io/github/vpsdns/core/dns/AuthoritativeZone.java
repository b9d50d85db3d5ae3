// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.core.dns;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.dns.internal.Exchanger;
import io.github.vpsdns.core.dns.internal.Question;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.record.RecordData;
import io.github.vpsdns.core.record.RecordType;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A zone's authoritative servers, as they were when this was made; {@link AuthoritativeDns#zone} gives a fresh one.
 *
 * <p>All servers are asked in parallel, in the calling thread, each with the time limit of one query. Immutable and
 * thread-safe.
 */
public final class AuthoritativeZone {
    private final DomainName apex;
    private final List<NameServer> servers;
    private final Duration queryTimeout;
    private final Timekeeper time;

    AuthoritativeZone(DomainName apex, List<NameServer> servers, Duration queryTimeout, Timekeeper time) {
        this.apex = apex;
        this.servers = List.copyOf(servers);
        this.queryTimeout = queryTimeout;
        this.time = time;
    }

    /**
     * Returns the zone's name.
     *
     * @return the apex
     */
    public DomainName apex() {
        return apex;
    }

    /**
     * Returns every address at which the zone is served.
     *
     * @return at least one
     */
    public List<NameServer> servers() {
        return servers;
    }

    /**
     * Asks every server what it has at a name; an alias at the name is told as such and not followed.
     *
     * @param name a name in the zone
     * @param type the type of records
     * @return what each server says, in the order of {@link #servers()}
     * @throws InvalidValueException if the name is not in the zone, or DNS has no such type
     * @throws CancelledException if the thread is interrupted
     */
    public Map<NameServer, Answer> lookup(DomainName name, RecordType type) {
        requireWithin(name);
        Question question = Question.authoritative(name, type);
        try {
            Map<NameServer, Answer> answers = new LinkedHashMap<>();
            Exchanger.askAll(NameServer.byServer(servers), question, queryTimeout)
                    .forEach((server, reply) -> answers.put(
                            server, AnswerReader.read(question, reply).answer()));
            return Collections.unmodifiableMap(answers);
        } catch (InterruptedException e) {
            throw CancelledException.interrupted("asking the name servers of '" + apex + "' for " + question, e);
        }
    }

    /**
     * Finds out whether a name is an alias (RFC 1034 section 3.6.2). Servers that do not answer have no say, as long as one does.
     *
     * @param name a name in the zone
     * @return its CNAME target, empty if it is no alias
     * @throws DnsLookupException if no server answers, or those that do disagree, as they may shortly after a change
     * @throws InvalidValueException if the name is not in the zone
     * @throws CancelledException if the thread is interrupted
     */
    public Optional<DomainName> alias(DomainName name) {
        Map<NameServer, Answer> answers = lookup(name, RecordType.CNAME);
        Set<Optional<DomainName>> said = answers.values().stream()
                .filter(answer -> !(answer instanceof Answer.Failed))
                .map(Answers::cname)
                .collect(Collectors.toSet());
        if (said.size() != 1) {
            String each = answers.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + Answers.describe(entry.getValue()))
                    .collect(Collectors.joining("; "));
            throw new DnsLookupException(
                    "whether '" + name + "' is an alias is not known, as "
                            + (said.isEmpty() ? "no name server answers" : "the name servers disagree") + " (" + each
                            + ")",
                    null);
        }
        return said.iterator().next();
    }

    /**
     * Waits until every server has the value at the name, directly or at the end of a chain of aliases in one answer.
     *
     * @param name a name in the zone
     * @param value what must be among the values there
     * @param policy limits
     * @param listener told of progress, in this thread
     * @return how long each server took
     * @throws PropagationTimeoutException if time ran out
     * @throws InvalidValueException if the name is not in the zone, or DNS has no such type
     * @throws CancelledException if the thread is interrupted
     */
    public PropagationReport awaitEverywhere(
            DomainName name, RecordData value, PropagationPolicy policy, PropagationListener listener) {
        return awaitAllEverywhere(Map.of(name, Set.of(value)), policy, listener).get(0);
    }

    /**
     * Waits until every server has all the values at all the names. Each server is asked for everything it still lacks in one
     * pass per interval, so that many names take about as long as one, and a server that is down is asked one question at a time.
     *
     * @param values names in the zone, and for each what must be among the values there: at least one
     * @param policy limits, for all together
     * @param listener told of progress, in this thread
     * @return how long each server took, for each name and type, in the order given
     * @throws PropagationTimeoutException if time ran out
     * @throws InvalidValueException if a name is not in the zone or has no values, or DNS has no such type
     * @throws CancelledException if the thread is interrupted
     */
    public List<PropagationReport> awaitAllEverywhere(
            Map<DomainName, Set<RecordData>> values, PropagationPolicy policy, PropagationListener listener) {
        values.keySet().forEach(this::requireWithin);
        List<Target> targets = Target.of(values);
        return new PropagationWait(servers, targets, policy, listener, queryTimeout, time).run();
    }

    private void requireWithin(DomainName name) {
        if (!name.isWithin(apex)) {
            throw new InvalidValueException(
                    "'" + name + "' is not in the zone '" + apex + "', whose servers were to be asked");
        }
    }

    /** Returns the zone and its servers, for people. */
    @Override
    public String toString() {
        return apex + " at " + servers;
    }
}

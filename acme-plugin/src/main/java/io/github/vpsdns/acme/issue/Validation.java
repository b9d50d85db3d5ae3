// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.CaException;
import io.github.vpsdns.acme.ca.CaException.Kind;
import io.github.vpsdns.acme.ca.CaProblem;
import io.github.vpsdns.acme.ca.internal.Ca;
import io.github.vpsdns.acme.ca.internal.Poll;
import io.github.vpsdns.acme.ca.internal.Problems;
import io.github.vpsdns.core.time.Deadline;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.challenge.Challenge;

/**
 * Waits until the CA has validated all names, which it does side by side once all challenges are triggered.
 *
 * <p>When one name fails, the others are given a little time to fail as well, so that all that is wrong is told at once. Used by
 * one thread.
 */
final class Validation {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Ca ca;
    private final Timekeeper time;
    private final News news;
    private final Map<Authorization, ProofState> known = new LinkedHashMap<>();
    private final Map<Authorization, Poll> open = new LinkedHashMap<>();

    Validation(Ca ca, Timekeeper time, News news) {
        this.ca = ca;
        this.time = time;
        this.news = news;
    }

    void await(Collection<Authorization> authorizations, Duration limit) {
        Deadline deadline = Deadline.after(limit, time);
        @Nullable Deadline afterFailure = null;
        for (Authorization authorization : authorizations) {
            learn(authorization);
            if (known.get(authorization) == ProofState.CHECKING) {
                open.put(authorization, new Poll(authorization, time));
            }
        }
        while (!open.isEmpty()) {
            if (afterFailure == null && !failed().isEmpty()) {
                afterFailure = Deadline.after(deadline.cut(AFTER_FAILURE), time);
            }
            Deadline now = afterFailure == null ? deadline : afterFailure;
            if (now.expired()) {
                break;
            }
            Map.Entry<Authorization, Poll> next = next();
            Duration wait = next.getValue().untilDue();
            if (wait.isZero()) {
                read(next.getKey(), next.getValue(), deadline);
            } else {
                ca.calls().sleep("waiting for the CA to validate", now.cut(wait));
            }
        }
        if (failed().isEmpty()) {
            // A CA that asked to come again later than the limit may have been done long ago.
            Map.copyOf(open).forEach((authorization, poll) -> read(authorization, poll, deadline));
        }
        conclude(limit);
    }

    private Map.Entry<Authorization, Poll> next() {
        return open.entrySet().stream()
                .min(Comparator.comparing(entry -> entry.getValue().untilDue()))
                .orElseThrow();
    }

    private void read(Authorization authorization, Poll poll, Deadline deadline) {
        poll.read(ca.calls(), "asking the CA about " + name(authorization), deadline);
        learn(authorization);
        if (known.get(authorization) != ProofState.CHECKING) {
            open.remove(authorization);
        }
    }

    private void learn(Authorization authorization) {
        ProofState state = ProofState.of(authorization.getStatus());
        if (state != known.put(authorization, state)) {
            news.tell(listener -> listener.proof(name(authorization), state));
        }
    }

    private List<Authorization> failed() {
        return known.entrySet().stream()
                .filter(entry -> entry.getValue() == ProofState.REFUSED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void conclude(Duration limit) {
        Map<String, CaProblem> failures = new LinkedHashMap<>();
        failed().forEach(authorization -> failures.put(name(authorization), problem(authorization)));
        if (!failures.isEmpty()) {
            throw CaException.challengesFailed(
                    "the CA " + ca.host() + " did not accept the proof for "
                            + failures.entrySet().stream()
                                    .map(failure -> failure.getKey() + ": " + failure.getValue())
                                    .collect(Collectors.joining("; ")),
                    failures);
        }
        if (!open.isEmpty()) {
            List<String> names = new ArrayList<>();
            open.keySet().forEach(authorization -> names.add(name(authorization)));
            throw CaException.of(
                    Kind.TIMED_OUT,
                    "the CA " + ca.host() + " has not validated " + String.join(", ", names) + " within "
                            + limit.toSeconds() + " s",
                    null);
        }
    }

    private static CaProblem problem(Authorization authorization) {
        return authorization.getChallenges().stream()
                .map(Challenge::getError)
                .flatMap(error -> error.stream())
                .map(Problems::of)
                .findFirst()
                .orElseGet(() ->
                        new CaProblem("unknown", "the authorization is " + authorization.getStatus(), null, List.of()));
    }

    static String name(Authorization authorization) {
        return (authorization.isWildcard() ? "*." : "")
                + authorization.getIdentifier().getDomain();
    }
}

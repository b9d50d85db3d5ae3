// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.dns01;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.delegation.ChallengeChains;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.concurrent.Batch;
import io.github.vpsdns.core.concurrent.TaskOutcome;
import io.github.vpsdns.core.name.DomainName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Finds where the values for an order's challenges go. */
final class ChallengeSites {
    private static final int PARALLEL = 8;

    private final ChallengeChains chains;

    ChallengeSites(ChallengeChains chains) {
        this.chains = chains;
    }

    /** Finds the sites side by side, each name once, in the order of what is wanted. */
    List<ChallengeSite> of(List<Wanted> wanted) {
        Map<DomainName, List<DomainName>> found =
                chains(wanted.stream().map(Wanted::challengeName).toList());
        return wanted.stream()
                .map(one -> new ChallengeSite(
                        one.identifier(), one.wildcard(), requireNonNull(found.get(one.challengeName()))))
                .toList();
    }

    /** Returns for each challenge name what leads from it to where its values go, the name itself first. */
    Map<DomainName, List<DomainName>> chains(Collection<DomainName> challengeNames) {
        List<DomainName> names = challengeNames.stream().distinct().toList();
        List<TaskOutcome<List<DomainName>>> outcomes = new Batch("delegation", PARALLEL)
                .run(names.stream()
                        .map(name -> (Callable<List<DomainName>>) () -> chains.from(name))
                        .toList());
        Map<DomainName, List<DomainName>> found = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            found.put(names.get(i), result(outcomes.get(i)));
        }
        return found;
    }

    private static List<DomainName> result(TaskOutcome<List<DomainName>> outcome) {
        if (outcome instanceof TaskOutcome.Done<List<DomainName>> done) {
            return done.value();
        }
        if (outcome instanceof TaskOutcome.Failed<List<DomainName>> failed) {
            throw failed.reason() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("looking for CNAME records failed", failed.reason());
        }
        throw new CancelledException("interrupted while looking for CNAME records at challenge names", null);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.internal.Ca;
import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.dns01.Presentation;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.challenge.Challenge;

/** By values of one challenge each, which are removed whatever happens. */
record TransientProver(Dns01Solver solver, IssueListener listener, IssueOptions options, Timekeeper time)
        implements NameProver {
    /** A wrong token is told here. The answer is kept, so that it is not asked for again. */
    @Override
    public void prepare() {
        if (solver.delegation() instanceof Delegation.Alias alias) {
            solver.editor().zones().zoneOf(alias.target());
        } else {
            solver.editor().zones().all();
        }
    }

    @Override
    public @Nullable Duration prove(Ca ca, List<Authorization> authorizations, News news) {
        Dns01Solver ours = solver.toBuilder()
                .challengeType(options.challenge())
                .listener(listener)
                .build();
        try (Presentation presentation = ours.present(authorizations)) {
            long began = time.nanoTime();
            presentation.awaitEverywhere();
            Duration propagation = presentation.sites().isEmpty() ? null : Duration.ofNanos(time.nanoTime() - began);
            for (int i = 0; i < presentation.challenges().size(); i++) {
                Challenge challenge = presentation.challenges().get(i);
                ca.trigger(challenge, presentation.sites().get(i).name().toString());
            }
            new Validation(ca, time, news).await(authorizations, options.validationTimeout());
            // What cannot be removed now is removed by the next sweep; it is no reason to give the certificate up.
            CleanupReport unused = presentation.cleanUp();
            return propagation;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.issue;

import io.github.vpsdns.acme.ca.internal.Ca;
import io.github.vpsdns.acme.ca.internal.PersistentIdentity;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.persist.PersistentProofs;
import io.github.vpsdns.acme.persist.ProofAccount;
import io.github.vpsdns.acme.persist.ProofDemand;
import io.github.vpsdns.acme.store.AccountStore;
import io.github.vpsdns.acme.store.StoredAccount;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Metadata;
import org.shredzone.acme4j.Status;

/**
 * By records that stay: they are no leftovers, not even after a failed order, and therefore in no journal. Where they stand
 * already, nothing is written and the API is not asked.
 */
record PersistentProver(
        Dns01Solver solver,
        IssueListener listener,
        IssueOptions options,
        Timekeeper time,
        AccountStore accounts,
        URI directory)
        implements NameProver {
    /** Where records stand, the API is not needed at all. */
    @Override
    public void prepare() {}

    @Override
    public @Nullable Duration prove(Ca ca, List<Authorization> authorizations, News news) {
        StoredAccount account = accounts.load(directory).orElseThrow();
        Metadata metadata = ca.metadata();
        ProofAccount named = PersistentIdentity.account(metadata, account);
        List<PersistentChallenge> challenges = new ArrayList<>();
        List<ProofDemand> demands = new ArrayList<>();
        for (Authorization authorization : authorizations) {
            if (authorization.getStatus() != Status.VALID) {
                PersistentChallenge challenge = PersistentChallenge.of(
                        ca.host(),
                        Validation.name(authorization),
                        authorization.getChallenges(),
                        metadata,
                        account.url());
                challenges.add(challenge);
                demands.add(new ProofDemand(
                        DomainName.of(authorization.getIdentifier().getDomain()),
                        authorization.isWildcard(),
                        challenge.issuers(),
                        named));
            }
        }
        proofs().ensure(demands, options.persistFor());
        for (int i = 0; i < demands.size(); i++) {
            ca.trigger(challenges.get(i).challenge(), demands.get(i).orderName().toString());
        }
        new Validation(ca, time, news).await(authorizations, options.validationTimeout());
        return null;
    }

    private PersistentProofs proofs() {
        return PersistentProofs.builder(solver.editor(), solver.dns())
                .delegation(solver.delegation())
                .propagation(solver.propagation())
                .listener(listener, report -> new News(listener).tell(told -> told.propagation(report)))
                .timekeeper(time)
                .build();
    }
}

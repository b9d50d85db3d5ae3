// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.persist;

import io.github.vpsdns.acme.ca.AcmeServer;
import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.persist.PersistentProofs;
import io.github.vpsdns.acme.persist.PersistentProofsBuilder;
import io.github.vpsdns.acme.persist.ProofDemand;
import io.github.vpsdns.acme.persist.ProofLook;
import io.github.vpsdns.acme.persist.ProofOutcome;
import io.github.vpsdns.acme.persist.ProofStatus;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.cli.acme.CaAccess;
import io.github.vpsdns.cli.acme.CaAccount;
import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.NameServers;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.cli.progress.Progress;
import io.github.vpsdns.core.dns.PropagationPolicy;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the commands do; apart from them, because their classes are loaded for any line. */
final class ProofWork {
    private final Frame frame;
    private final ProofOptions options;
    private final Timekeeper time;
    private final Map<DomainName, Boolean> names = new LinkedHashMap<>();
    private final AcmeServer server;

    ProofWork(Frame frame, ProofOptions options) {
        this.frame = frame;
        this.options = options;
        this.time = frame.host().time();
        for (String given : options.names) {
            DomainName name = DomainName.of(given);
            names.merge(name.withoutWildcard(), options.wildcard || name.isWildcard(), Boolean::logicalOr);
        }
        this.server = CaAccess.server(options.server, new StateDirectory(options.state.directory(frame.host())));
    }

    /** Asks name servers only, and therefore needs no token. */
    void show() {
        List<ProofStatus> seen = new ProofLook(NameServers.of(frame, options.dns), delegation())
                .at(demands(CaAccount.stored(frame, server, options.state)));
        ProofReport.show(frame, seen, time.now());
    }

    void plan(@Nullable Duration validFor) {
        List<ProofDemand> demands = demands(CaAccount.stored(frame, server, options.state));
        try (ApiConnection connection = ApiConnection.open(frame, options.api)) {
            ProofReport.set(frame, proofs(connection).build().plan(demands, validFor), true);
        }
    }

    void set(@Nullable Duration validFor, Duration propagationTimeout) {
        try (ApiConnection connection = ApiConnection.open(frame, options.api)) {
            List<ProofDemand> demands =
                    demands(CaAccount.storedOrMade(frame, server, options.state, CaAccess.account(options.server)));
            List<ProofOutcome> outcomes;
            try (Progress progress = Progress.of(frame)) {
                ProofProgress told = new ProofProgress(progress);
                PropagationPolicy usual = PropagationPolicy.DEFAULT;
                outcomes = proofs(connection)
                        .propagation(new PropagationPolicy(
                                propagationTimeout, usual.interval(), usual.tolerateSilentAfter()))
                        .listener(told, told)
                        .build()
                        .ensure(demands, validFor);
            }
            ProofReport.set(frame, outcomes, false);
        }
    }

    void remove(boolean dryRun) {
        List<ProofDemand> demands = demands(CaAccount.stored(frame, server, options.state));
        try (ApiConnection connection = ApiConnection.open(frame, options.api)) {
            PersistentProofs proofs = proofs(connection).build();
            ProofReport.removed(frame, dryRun ? proofs.ours(demands) : proofs.remove(demands), dryRun);
        }
    }

    private PersistentProofsBuilder proofs(ApiConnection connection) {
        return PersistentProofs.builder(connection.editor(), NameServers.of(frame, options.dns))
                .delegation(delegation())
                .timekeeper(time);
    }

    private Delegation delegation() {
        return options.alias == null ? new Delegation.Follow() : new Delegation.Alias(DomainName.of(options.alias));
    }

    private List<ProofDemand> demands(CaAccount account) {
        List<String> issuers = options.issuer == null ? account.directory().issuers() : List.of(options.issuer);
        if (issuers.isEmpty()) {
            throw new UsageException("the CA " + server.host()
                    + " does not tell its issuer domain name; give it with --issuer, such as --issuer letsencrypt.org");
        }
        return names.entrySet().stream()
                .map(name -> new ProofDemand(
                        name.getKey(),
                        name.getValue(),
                        issuers,
                        account.account().proof()))
                .toList();
    }
}

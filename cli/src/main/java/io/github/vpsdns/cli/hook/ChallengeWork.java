// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.hook;

import io.github.vpsdns.acme.delegation.Delegation;
import io.github.vpsdns.acme.dns01.ChallengeProvider;
import io.github.vpsdns.acme.dns01.ChallengeValue;
import io.github.vpsdns.acme.dns01.CleanupReport;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.dns01.SolverListener;
import io.github.vpsdns.cli.api.ApiConnection;
import io.github.vpsdns.cli.api.ApiOptions;
import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.api.DnsOptions;
import io.github.vpsdns.cli.api.NameServers;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.progress.Progress;
import io.github.vpsdns.core.name.DomainName;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The way to the zones for one call of a hook; no journal, since the values outlive the process. */
final class ChallengeWork implements AutoCloseable {
    /** Shorter than {@code SIGTERM} leaves to a command. */
    private static final Duration CLEANUP_LIMIT = Duration.ofSeconds(45);

    /** The client has waited for its turn at the CA, which is worth more patience than a listing. */
    private static final Duration API_LIMIT = Duration.ofMinutes(2);

    private final ApiConnection connection;
    private final @Nullable ChallengeProgress progress;
    private final ChallengeProvider provider;

    private ChallengeWork(ApiConnection connection, @Nullable ChallengeProgress progress, ChallengeProvider provider) {
        this.connection = connection;
        this.progress = progress;
        this.provider = provider;
    }

    /** Prepares the way; calls nothing yet. */
    static ChallengeWork open(Frame frame, boolean talk, HookOptions hook, DnsOptions dns, ApiOptions api) {
        Delegation delegation =
                hook.alias == null ? new Delegation.Follow() : new Delegation.Alias(DomainName.of(hook.alias));
        ApiConnection connection = ApiConnection.open(frame, api, API_LIMIT);
        @Nullable ChallengeProgress progress = talk ? new ChallengeProgress(Progress.of(frame)) : null;
        ChallengeProvider provider = Dns01Solver.builder(connection.editor(), NameServers.of(frame, dns))
                .delegation(delegation)
                .propagationTimeout(hook.propagationTimeout)
                .cleanupLimit(CLEANUP_LIMIT)
                .listener(progress == null ? SolverListener.NONE : progress)
                .timekeeper(frame.host().time())
                .build()
                .provider();
        return new ChallengeWork(connection, progress, provider);
    }

    ChallengeProvider provider() {
        return provider;
    }

    CallCounter calls() {
        return connection.calls();
    }

    /** Tells whether a value was made that was not there. */
    boolean created() {
        return progress != null && progress.created();
    }

    /** Removes the values, or fails with a sentence that says which are left. */
    CleanupReport remove(Collection<ChallengeValue> values) {
        CleanupReport report = provider.remove(values);
        if (!report.complete()) {
            throw new LeftBehindException(report);
        }
        return report;
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
        connection.close();
    }
}

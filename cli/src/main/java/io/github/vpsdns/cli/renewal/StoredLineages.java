// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.renewal;

import io.github.vpsdns.acme.hook.DeployHook;
import io.github.vpsdns.acme.renew.HookDeployer;
import io.github.vpsdns.acme.renew.RenewalJob;
import io.github.vpsdns.acme.renew.RenewalRequest;
import io.github.vpsdns.acme.renew.WithdrawnException;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.UnknownLineageException;
import io.github.vpsdns.cli.acme.GivenSettings;
import io.github.vpsdns.cli.base.SecretFile;
import io.github.vpsdns.cli.base.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be kept valid: the settings in the state directory, with what was given in their place. Thread-safe. */
final class StoredLineages {
    private final StateDirectory state;
    private final GivenSettings given;
    /** Whose names were given, if any were; others that come to be later keep theirs. */
    private volatile @Nullable LineageName named;

    StoredLineages(StateDirectory state, GivenSettings given) {
        this.state = state;
        this.given = given;
    }

    /** Returns all that can be renewed, sorted. */
    List<LineageName> all() {
        return state.renewals().list();
    }

    /** Returns those that were named, in that order, or all. */
    List<LineageName> chosen(List<String> wanted) {
        List<LineageName> all = all();
        List<LineageName> chosen = wanted.isEmpty()
                ? all
                : wanted.stream().map(LineageName::new).distinct().toList();
        for (LineageName name : chosen) {
            if (!all.contains(name)) {
                throw unknown(name, all);
            }
        }
        if (!given.names().isEmpty() && chosen.size() > 1) {
            throw new UsageException("-d and --csr give the names of one certificate, and there are " + chosen.size()
                    + " to renew; say which by its name here, one of " + list(chosen));
        }
        this.named = chosen.size() == 1 ? chosen.get(0) : null;
        return chosen;
    }

    /** Returns a job that reads the settings, and the files they name, anew for each attempt. */
    RenewalJob job(LineageName name) {
        return new RenewalJob(name, () -> request(name));
    }

    /** Returns what is stored. */
    RenewalSettings stored(LineageName name) {
        return state.renewals()
                .load(name)
                .orElseThrow(() -> new WithdrawnException("there are no settings for " + name + " in '" + state.path()
                        + "' any more; get it again with 'vpsdns acme issue'"));
    }

    /** Returns what is wanted now. */
    RenewalSettings wanted(LineageName name) {
        RenewalSettings stored = stored(name);
        RenewalSettings wanted = given.over(stored);
        return name.equals(named)
                ? wanted
                : wanted.toBuilder().names(stored.names()).csr(stored.csr()).build();
    }

    /** Returns what is wanted, as an attempt reads it; throws what would make the attempt fail. */
    RenewalRequest request(LineageName name) {
        RenewalSettings wanted = wanted(name);
        Path password = wanted.keystorePasswordFile();
        RenewalRequest request = RenewalRequest.of(wanted, given.account(wanted))
                .withKeystorePassword(password == null ? null : SecretFile.read(password, "--keystore-password-file"));
        return wanted.deployHook() == null
                ? request
                : request.withDeployer(new HookDeployer(state, new DeployHook(wanted.deployHook()), wanted.server()));
    }

    private RuntimeException unknown(LineageName name, List<LineageName> all) {
        if (state.lineages().list().contains(name)) {
            return new UsageException("there are no settings to renew '" + name + "' by in '" + state.path()
                    + "'; get it again with 'vpsdns acme issue'");
        }
        return new UnknownLineageException(name, state.path(), all);
    }

    private static String list(List<LineageName> names) {
        return String.join(", ", names.stream().map(LineageName::toString).toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import static java.util.Objects.requireNonNull;

import io.github.vpsdns.acme.hook.DeployHook;
import io.github.vpsdns.acme.store.CertificateFiles;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.acme.store.StoreException;
import java.net.URI;

/**
 * Runs a command when a certificate in a state directory is new.
 *
 * <p>Immutable and thread-safe.
 */
public final class HookDeployer implements Deployer {
    private final StateDirectory state;
    private final DeployHook hook;
    private final URI server;

    /**
     * Takes a command.
     *
     * @param state where the certificate is
     * @param hook the command
     * @param server directory URL of the CA it is from, which the command is told
     */
    public HookDeployer(StateDirectory state, DeployHook hook, URI server) {
        this.state = requireNonNull(state, "state");
        this.hook = requireNonNull(hook, "hook");
        this.server = requireNonNull(server, "server");
    }

    @Override
    public void deploy(LineageName name, CertificateFiles certificate) {
        hook.run(
                state.lineages()
                        .load(name)
                        .orElseThrow(() ->
                                new StoreException("there is no certificate " + name + " in " + state.path(), null)),
                server);
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.hook;

import io.github.vpsdns.acme.store.Lineage;
import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.InvalidValueException;
import io.github.vpsdns.core.command.CommandException;
import io.github.vpsdns.core.command.UserCommand;
import io.github.vpsdns.core.name.DomainName;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A command that is run when a new certificate is installed, such as one that makes a server reload it.
 *
 * <p>It is run by {@code sh -c}, without input, for two minutes at most; what it prints is logged. It finds what it needs in its
 * environment, under the names of certbot ({@code RENEWED_LINEAGE}, the directory that always has the newest files, and
 * {@code RENEWED_DOMAINS}, separated by spaces) and of lego ({@code LEGO_HOOK_CERT_PATH} and others). The API token is not in it.
 *
 * <p>Immutable and thread-safe.
 */
public final class DeployHook {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final UserCommand command;

    /**
     * Takes a command.
     *
     * @param command a line for the shell
     * @throws InvalidValueException if it is blank
     */
    public DeployHook(String command) {
        this(command, LIMIT);
    }

    DeployHook(String command, Duration limit) {
        this.command = UserCommand.shell("deploy hook", command, limit);
    }

    /**
     * Runs the command and waits for its end.
     *
     * @param lineage what was installed
     * @param server directory URL of the CA it is from
     * @throws DeployHookException if it cannot be run, ends with another status than 0, or takes too long, in which case it is
     *     killed
     * @throws CancelledException if the thread is interrupted, with the flag set again; the command is killed
     */
    public void run(Lineage lineage, URI server) {
        try {
            command.run(environment(lineage, server));
        } catch (CommandException e) {
            throw new DeployHookException(e);
        }
    }

    private static Map<String, String> environment(Lineage lineage, URI server) {
        List<String> names = lineage.names().stream().map(DomainName::toString).toList();
        Map<String, String> environment = new TreeMap<>();
        environment.put("RENEWED_LINEAGE", lineage.live().toString());
        environment.put("RENEWED_DOMAINS", String.join(" ", names));
        environment.put("LEGO_HOOK_ACCOUNT_SERVER", server.toString());
        environment.put("LEGO_HOOK_CERT_NAME", lineage.name().value());
        environment.put("LEGO_HOOK_CERT_NAME_SANITIZED", lineage.name().value());
        environment.put("LEGO_HOOK_CERT_DOMAINS", String.join(",", names));
        environment.put(
                "LEGO_HOOK_CERT_PATH", lineage.live().resolve("fullchain.pem").toString());
        environment.put(
                "LEGO_HOOK_ISSUER_CERT_PATH",
                lineage.live().resolve("chain.pem").toString());
        putFile(environment, "LEGO_HOOK_CERT_KEY_PATH", lineage.live().resolve("privkey.pem"));
        putFile(environment, "LEGO_HOOK_CERT_PFX_PATH", lineage.live().resolve("keystore.p12"));
        return environment;
    }

    private static void putFile(Map<String, String> environment, String variable, Path file) {
        if (Files.exists(file)) {
            environment.put(variable, file.toString());
        }
    }
}

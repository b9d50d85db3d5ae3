// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import io.github.vpsdns.sandbox.Sandbox;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The program as it is delivered, to be run against a sandbox.
 *
 * @param home its directory
 */
record Installation(Path home) {
    /** Prepares a command, with the sandbox's API and nothing else of ours in its environment. */
    ProcessBuilder command(Sandbox sandbox, List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("vpsdns").toString());
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("VPS"));
        builder.environment().put("VPS_API_URL", sandbox.apiUrl().toString());
        builder.environment().put("VPS_API_TOKEN", sandbox.token());
        return builder;
    }

    /** Prepares a command that asks the sandbox's name servers as well. */
    ProcessBuilder commandWithDns(Sandbox sandbox, List<String> words) {
        ProcessBuilder builder = command(sandbox, words);
        builder.environment().put("VPSDNS_NAMESERVERS", nameServers(sandbox));
        return builder;
    }

    private static String nameServers(Sandbox sandbox) {
        return sandbox.nameServers().stream().map(Installation::text).collect(Collectors.joining(","));
    }

    private static String text(InetSocketAddress server) {
        return server.getAddress().getHostAddress() + ":" + server.getPort();
    }
}

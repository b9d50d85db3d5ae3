// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.acme.renew;

import io.github.vpsdns.acme.ca.AccountSettings;
import io.github.vpsdns.acme.dns01.Dns01Solver;
import io.github.vpsdns.acme.issue.IssueListener;
import io.github.vpsdns.acme.store.LineageName;
import io.github.vpsdns.acme.store.RenewalSettings;
import io.github.vpsdns.acme.store.StateDirectory;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A JVM of its own that gets a certificate as the command line does, to be killed by tests. */
final class IssuingProcess {
    private IssuingProcess() {}

    static Process start(Sandbox sandbox, Path state, String... names) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                IssuingProcess.class.getName(),
                sandbox.apiUrl().toString(),
                sandbox.token(),
                Integer.toString(sandbox.nameServers().get(0).getPort()),
                sandbox.acmeDirectory().toString(),
                state.toString()));
        command.addAll(Arrays.asList(names));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(state + ".log"))
                .start();
    }

    public static void main(String[] args) {
        RecordEditor editor = new RecordEditor(VpsDnsClient.builder()
                .apiUrl(URI.create(args[0]))
                .token(ApiToken.of(args[1]))
                .build());
        AuthoritativeDns dns = AuthoritativeDns.builder()
                .nameServers(
                        List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[2]))))
                .build();
        StateDirectory state = new StateDirectory(Path.of(args[4]));
        Dns01Solver solver = Dns01Solver.builder(editor, dns)
                .journal(state.journal(Timekeeper.system()))
                .build();
        List<DomainName> names = Arrays.stream(args).skip(5).map(DomainName::of).toList();
        new IssueService(state, solver, Timekeeper.system(), IssueListener.NONE)
                .issue(
                        LineageName.of(names.get(0)),
                        settings(names, URI.create(args[3])),
                        new AccountSettings(null, true, null),
                        null);
    }

    static RenewalSettings settings(List<DomainName> names, URI server) {
        return RenewalSettings.builder(names, server)
                .propagationTimeout(Duration.ofMinutes(1))
                .build();
    }
}

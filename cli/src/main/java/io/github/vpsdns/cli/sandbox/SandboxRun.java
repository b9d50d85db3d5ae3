// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.sandbox;

import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.cli.base.UsageException;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.SandboxBuilder;
import io.github.vpsdns.sandbox.bind.BindTarget;
import io.github.vpsdns.sandbox.control.ListShape;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The life of a sandbox: started, announced, closed when the thread is interrupted. */
final class SandboxRun {
    /** What was asked for; ports are 0 for any. */
    record Request(
            int port,
            int dnsPort,
            int acmePort,
            List<String> zones,
            @Nullable Path state,
            @Nullable String listShape,
            @Nullable Path bindDir,
            @Nullable String rndc) {}

    private SandboxRun() {}

    static void untilInterrupted(Frame frame, Request request) {
        try (Sandbox sandbox = start(request)) {
            Announcement announcement = announcement(sandbox);
            frame.result(announcement.exports(), () -> announcement);
            frame.terminal().out().flush();
            frame.note("sandbox is up; faults of the API are set at "
                    + sandbox.apiUrl().resolve("/sandbox/faults") + ", of the CA at "
                    + sandbox.acmeDirectory().resolve("/sandbox/faults") + "; stop it with Ctrl-C");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Sandbox start(Request request) {
        try {
            return builder(request).start();
        } catch (IllegalArgumentException e) {
            throw new UsageException("sandbox: " + e.getMessage());
        }
    }

    private static SandboxBuilder builder(Request request) {
        SandboxBuilder builder = Sandbox.builder()
                .apiPort(port("--port", request.port()))
                .dnsPort(port("--dns-port", request.dnsPort()))
                .acmePort(port("--acme-port", request.acmePort()))
                .zone(request.zones().toArray(String[]::new));
        if (request.state() != null) {
            builder.stateFile(request.state());
        }
        if (request.listShape() != null) {
            builder.listShape(ListShape.of(request.listShape()));
        }
        if (request.bindDir() != null) {
            builder.bind(BindTarget.of(request.bindDir(), words(request.rndc() == null ? "rndc" : request.rndc())));
        } else if (request.rndc() != null) {
            throw new UsageException("--rndc is of no use without --bind-dir; give both or none");
        }
        return builder;
    }

    private static List<String> words(String command) {
        return Arrays.stream(command.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Announcement announcement(Sandbox sandbox) {
        return new Announcement(
                sandbox.apiUrl().toString(),
                sandbox.token(),
                sandbox.nameServers().stream().map(SandboxRun::text).toList(),
                sandbox.acmeDirectory().toString());
    }

    private static String text(InetSocketAddress server) {
        return server.getAddress().getHostAddress() + ":" + server.getPort();
    }

    private static int port(String option, int number) {
        if (number < 0 || number > 65535) {
            throw new UsageException(option + ": " + number + " is not a port; expected 1 to 65535, or 0 for any");
        }
        return number;
    }
}

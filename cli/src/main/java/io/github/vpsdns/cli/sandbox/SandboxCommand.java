// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.sandbox;

import io.github.vpsdns.cli.base.ExitStatus;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.sandbox.control.ListShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vpsdns sandbox}: the API, name servers and an ACME CA in this process, until it is told to stop. */
@Command(
        name = "sandbox",
        description =
                "Run the API as documented, an authoritative name server and an ACME CA on loopback, to try things on.",
        footer = {
            "",
            "Prints the lines that make other commands use it once it is up, and stays until it is interrupted:",
            "  vpsdns sandbox --zone example.com > sandbox.env &",
            "  until grep -q ACME sandbox.env; do sleep 1; done",
            "  . ./sandbox.env && vpsdns records list"
        })
public final class SandboxCommand implements Callable<Integer> {
    private final Frame frame;

    @Option(names = "--port", paramLabel = "N", description = "The API's port. Default: any that is free.")
    private int port;

    @Option(names = "--dns-port", paramLabel = "N", description = "The name server's port. Default: any that is free.")
    private int dnsPort;

    @Option(names = "--acme-port", paramLabel = "N", description = "The CA's port. Default: any that is free.")
    private int acmePort;

    @Option(
            names = "--zone",
            paramLabel = "DOMAIN",
            arity = "1..*",
            split = ",",
            description = "A zone to begin with; repeatable.")
    private List<String> zones = new ArrayList<>();

    @Option(names = "--state", paramLabel = "FILE", description = "Keep everything in this file. Default: in memory.")
    private @Nullable Path state;

    @Option(
            names = "--list-shape",
            completionCandidates = Shapes.class,
            paramLabel = "SHAPE",
            description =
                    "How the API writes lists: array (default), results, pages, offset, cursor, or a defect such as"
                            + " hidden-pages, short, loop.")
    private @Nullable String listShape;

    @Option(
            names = "--bind-dir",
            paramLabel = "DIR",
            description =
                    "Write BIND zone files and zones.conf, for a named.conf to include, to this directory as well.")
    private @Nullable Path bindDir;

    @Option(
            names = "--rndc",
            paramLabel = "COMMAND",
            description = "How that BIND is reloaded, words separated by spaces. Default: rndc.")
    private @Nullable String rndc;

    private SandboxCommand(Frame frame) {
        this.frame = frame;
    }

    /**
     * Creates the command.
     *
     * @param frame what it works in
     * @return the command
     */
    public static CommandLine line(Frame frame) {
        return new CommandLine(new SandboxCommand(frame));
    }

    @Override
    public Integer call() {
        SandboxRun.untilInterrupted(
                frame, new SandboxRun.Request(port, dnsPort, acmePort, zones, state, listShape, bindDir, rndc));
        return ExitStatus.DONE;
    }

    /** What shells offer for {@code --list-shape}. */
    static final class Shapes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ListShape.values()).map(ListShape::wireName).iterator();
        }
    }
}

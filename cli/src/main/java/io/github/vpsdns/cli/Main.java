// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli;

import io.github.vpsdns.cli.base.Build;
import io.github.vpsdns.cli.terminal.Host;
import io.github.vpsdns.cli.terminal.PrintableStream;
import io.github.vpsdns.cli.terminal.Screen;
import io.github.vpsdns.cli.terminal.Terminal;
import io.github.vpsdns.core.time.Timekeeper;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The edge of the process: real streams, environment, signals and exit status. */
public final class Main {
    private static final String ENDS = "vpsdns.terminal";

    private Main() {}

    /**
     * Runs the command and exits. The launcher says by the properties {@code vpsdns.terminal} (any of {@code in}, {@code
     * out}, {@code err}), {@code vpsdns.rows} and {@code vpsdns.columns} what the streams end in, which Java 17 cannot find out by itself.
     *
     * @param args the words of the line
     */
    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V")) && toldVersion()) {
            return;
        }
        // Otherwise every jar is opened, and stays open, to look for others.
        System.setProperty("slf4j.provider", "org.slf4j.simple.SimpleServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        PrintStream err = stream(FileDescriptor.err, true);
        // What the libraries log quotes servers and commands; what this program says itself has its colours.
        System.setErr(PrintableStream.before(err));
        String ends = System.getProperty(ENDS, "");
        Terminal terminal = new Terminal(
                stream(FileDescriptor.out, false),
                err,
                screen(ends),
                host(),
                new SystemInput(ends.contains("in"), ends.contains("out")));
        Signals signals = Signals.interruptAndAwait(Thread.currentThread());
        int status = VpsDns.run(terminal, args);
        if (signals.over()) {
            System.exit(status);
        }
    }

    /** Scripts ask for nothing but this, and need no parser for it; what cannot be printed is complained of as always. */
    private static boolean toldVersion() {
        PrintStream out = stream(FileDescriptor.out, false);
        out.println(Build.line());
        return !out.checkError();
    }

    private static Screen screen(String ends) {
        return new Screen(
                ends.contains("out"),
                ends.contains("err"),
                Integer.getInteger("vpsdns.rows", 0),
                Integer.getInteger("vpsdns.columns", 0));
    }

    private static Host host() {
        return new Host(
                System.getenv(),
                System.getProperty("user.name", ""),
                Path.of(System.getProperty("user.home", "")),
                Timekeeper.system());
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), autoFlush, StandardCharsets.UTF_8);
    }
}

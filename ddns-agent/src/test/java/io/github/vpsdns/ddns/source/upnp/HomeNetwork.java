// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.source.upnp;

import static org.awaitility.Awaitility.await;

import io.github.vpsdns.sandbox.peer.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A host and its router in two network namespaces of the kernel, joined by a pair of virtual interfaces, with a real miniupnpd on
 * the router. Nothing of it is seen outside. Needs root.
 */
final class HomeNetwork implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(HomeNetwork.class);

    private final String host = "vpsdns-h" + ProcessHandle.current().pid();
    private final String router = "vpsdns-r" + ProcessHandle.current().pid();
    private final Path directory;
    private final List<Process> processes = new ArrayList<>();

    private HomeNetwork(Path directory) {
        this.directory = directory;
    }

    static HomeNetwork open(Path directory, String wanAddress) {
        HomeNetwork network = new HomeNetwork(directory);
        try {
            network.build(wanAddress);
            return network;
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    private void build(String wanAddress) {
        requireNamespaces(run("ip", "netns", "add", host));
        ip("netns", "add", router);
        ip("link", "add", "lan0", "netns", router, "type", "veth", "peer", "name", "lan0", "netns", host);
        ip("link", "add", "wan0", "netns", router, "type", "veth", "peer", "name", "wan1", "netns", router);
        ip("-n", router, "addr", "add", "192.168.77.1/24", "dev", "lan0");
        ip("-n", router, "addr", "add", wanAddress + "/24", "dev", "wan0");
        ip("-n", host, "addr", "add", "192.168.77.2/24", "dev", "lan0");
        for (String link : List.of("lo", "lan0", "wan0", "wan1")) {
            ip("-n", router, "link", "set", link, "up");
        }
        ip("-n", host, "link", "set", "lan0", "up");
        ip("-n", host, "route", "add", "default", "via", "192.168.77.1");
        // The kernel tells a moment later that the other end is there.
        await().until(() -> isUp(host) && isUp(router));
    }

    void startMiniupnpd() {
        Path conf = directory.resolve("miniupnpd.conf");
        try {
            Files.writeString(conf, """
                    ext_ifname=wan0
                    listening_ip=lan0
                    port=0
                    enable_upnp=yes
                    enable_natpmp=no
                    uuid=68555350-3352-3883-2883-335030522880
                    """);
            processes.add(new ProcessBuilder(
                            program("ip"),
                            "netns",
                            "exec",
                            router,
                            program("miniupnpd"),
                            "-d",
                            "-f",
                            conf.toString(),
                            "-P",
                            directory.resolve("miniupnpd.pid").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(logFile().toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void changeWanAddress(String before, String now) {
        ip("-n", router, "addr", "del", before + "/24", "dev", "wan0");
        ip("-n", router, "addr", "add", now + "/24", "dev", "wan0");
    }

    /** Runs a class's {@code main} on the host of this network. */
    Process startOnHost(Class<?> main) {
        try {
            Process process = new ProcessBuilder(
                            program("ip"),
                            "netns",
                            "exec",
                            host,
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            main.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            processes.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what miniupnpd said so far. */
    String routerLog() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile(), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return directory.resolve("miniupnpd.log");
    }

    private static void requireNamespaces(String error) {
        if (!error.isEmpty()) {
            String why = "network namespaces cannot be made here (root can): " + error;
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(why);
            }
            log.warn("SKIPPED: {}", why);
            throw new TestAbortedException(why);
        }
    }

    private static void ip(String... arguments) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        String error = run(command.toArray(new String[0]));
        if (!error.isEmpty()) {
            throw new AssertionError(String.join(" ", command) + ": " + error);
        }
    }

    private static boolean isUp(String namespace) {
        return execute("ip", "-n", namespace, "link", "show", "lan0").said().contains("state UP");
    }

    /** Returns what went wrong, or nothing. */
    private static String run(String... command) {
        Ended end = execute(command);
        return end.status() == 0 ? "" : end.said() + " (status " + end.status() + ")";
    }

    private record Ended(int status, String said) {}

    private static Ended execute(String... command) {
        command[0] = program(command[0]);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Ended(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String program(String name) {
        return Programs.find(name).map(Path::toString).orElse(name);
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        run("ip", "netns", "del", host);
        run("ip", "netns", "del", router);
    }
}

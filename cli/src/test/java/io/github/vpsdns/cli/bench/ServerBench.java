// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.webhook.password.PasswordHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how fast the server answers {@code nochg}, beside a Jetty that answers a constant, and writes tables in Markdown.
 *
 * <p>The load is made by wrk, another process on the same machine, in turns: each round measures both, so that what else the machine
 * does falls on both.
 */
final class ServerBench {
    private static final String PASSWORD = "bench-password";

    /** As long as the compiler takes to come to rest, on two processors that others use too. */
    private static final int WARM_UP_SECONDS = 30;

    private final Installation vpsdns;
    private final int seconds;
    private final int rounds;
    private final Path work = Files.createTempDirectory("vpsdns-bench-");
    private final Report report = new Report();

    private ServerBench(Installation vpsdns, int seconds, int rounds) throws IOException {
        this.vpsdns = vpsdns;
        this.seconds = seconds;
        this.rounds = rounds;
    }

    /**
     * Runs.
     *
     * @param arguments the installation of vpsdns, seconds a measurement, rounds, and the report's file
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ServerBench bench = new ServerBench(
                new Installation(Path.of(arguments[0])),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]));
        bench.run();
        bench.report.write(Path.of(arguments[3]));
    }

    private void run() throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.builder()
                .withoutAcme()
                .withoutDns()
                .zone("bench.example")
                .start()) {
            Port port = Port.free();
            configure(port);
            long begin = System.nanoTime();
            Process server = server(sandbox);
            port.awaitListening(server, log("server"));
            long started = System.nanoTime() - begin;
            Port constantPort = Port.free();
            Process constant = constant(server, constantPort);
            try {
                constantPort.awaitListening(constant, log("constant"));
                Footprint idle = Footprint.of(server);
                measure(server, port, constant, constantPort);
                memory(idle, server, constant, Duration.ofNanos(started));
            } finally {
                constant.destroy();
                server.destroy();
                server.waitFor();
            }
        }
    }

    private void measure(Process server, Port port, Process constant, Port constantPort)
            throws IOException, InterruptedException {
        String update = "http://127.0.0.1:" + port.number() + "/nic/update?hostname=home.bench.example&myip=192.0.2.1";
        String same =
                "http://127.0.0.1:" + constantPort.number() + "/nic/update?hostname=home.bench.example&myip=192.0.2.1";
        requireAnswer(update);
        load(constant, same, WARM_UP_SECONDS);
        load(server, update, WARM_UP_SECONDS);
        List<Load> ours = new ArrayList<>();
        List<Load> theirs = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Report.say("round " + round + " of " + rounds);
            theirs.add(load(constant, same, seconds));
            ours.add(load(server, update, seconds));
        }
        report.line("## `nochg`, with authentication\n");
        report.line("32 connections kept open, " + rounds + " rounds of " + seconds
                + " s each in turns; the median round of each.\n");
        report.line(
                "| | requests a second | p50 ms | p99 ms | processor time, us a request | answers that were no 2xx |");
        report.line("|---|---:|---:|---:|---:|---:|");
        Load middle = median(ours);
        Load base = median(theirs);
        row("Jetty, a constant", base);
        row("`vpsdns webhook run`", middle);
        report.row(
                "%nThat is %.0f %% of the constant's requests, and %.1f times its processor time for each.%n",
                100 * middle.rate() / base.rate(), middle.cpu() / base.cpu());
    }

    private void memory(Footprint idle, Process server, Process constant, Duration started) {
        Footprint after = Footprint.of(server);
        report.line("## Memory and start\n");
        report.line("| | RSS MiB | PSS MiB |");
        report.line("|---|---:|---:|");
        report.row("| just started | %.1f | %.1f |", idle.rss() / 1024.0, idle.pss() / 1024.0);
        report.row("| after the load | %.1f | %.1f |", after.rss() / 1024.0, after.pss() / 1024.0);
        Footprint base = Footprint.of(constant);
        report.row("| Jetty, a constant, after its load | %.1f | %.1f |", base.rss() / 1024.0, base.pss() / 1024.0);
        report.row("%nFrom the start of the process until it takes connections: %d ms.", started.toMillis());
    }

    private void configure(Port port) throws IOException {
        Path file = work.resolve("webhook.yaml");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, """
                listen: ["127.0.0.1:%d"]
                state: %s
                limits: { user-requests: 1000000 }
                users:
                  - { name: bench, password: "%s", hosts: ["*.bench.example"] }
                """.formatted(
                        port.number(),
                        work.resolve("webhook.db"),
                        PasswordHash.of(PASSWORD).encoded()));
    }

    private Process server(Sandbox sandbox) throws IOException {
        String configuration = work.resolve("webhook.yaml").toString();
        return vpsdns.command(sandbox, List.of("webhook", "run", "--config", configuration))
                .redirectErrorStream(true)
                .redirectOutput(log("server").toFile())
                .start();
    }

    private Process constant(Process like, Port port) throws IOException {
        return Baselines.java(like, ConstantJetty.class, Integer.toString(port.number()))
                .redirectErrorStream(true)
                .redirectOutput(log("constant").toFile())
                .start();
    }

    /** The first answer is a change, the second must be {@code nochg}, or something else would be measured. */
    private void requireAnswer(String url) throws IOException, InterruptedException {
        String said = "";
        for (int i = 0; i < 2; i++) {
            said = output("curl", "-sS", "-H", "Authorization: " + authorization(), url);
        }
        if (!said.strip().equals("nochg 192.0.2.1")) {
            throw new IllegalStateException("the server says '" + said.strip() + "'; expected nochg");
        }
    }

    private Load load(Process process, String url, int time) throws IOException, InterruptedException {
        Duration before = Footprint.of(process).cpu();
        String said = output(
                "wrk", "--latency", "-t1", "-c32", "-d" + time + "s", "-H", "Authorization: " + authorization(), url);
        return Load.parse(said, Footprint.of(process).cpu().minus(before));
    }

    private static String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString(("bench:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private String output(String... command) throws IOException, InterruptedException {
        Path out = work.resolve("load.out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.waitFor();
        return Files.readString(out);
    }

    private Path log(String process) {
        return work.resolve(process + ".log");
    }

    private static Load median(List<Load> loads) {
        return loads.stream()
                .sorted(Comparator.comparingDouble(Load::rate))
                .skip(loads.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private void row(String name, Load load) {
        report.row(
                "| %s | %.0f | %.2f | %.2f | %.0f | %d |",
                name, load.rate(), load.p50(), load.p99(), load.cpu(), load.wrong());
    }

    /** What wrk found, and what the process took meanwhile: microseconds of processor time for each request. */
    private record Load(double rate, double p50, double p99, double cpu, long wrong) {
        static Load parse(String text, Duration cpu) {
            return new Load(
                    number(text, "Requests/sec: +([0-9.]+)"),
                    milliseconds(text, "50%"),
                    milliseconds(text, "99%"),
                    cpu.toNanos() / 1000.0 / number(text, "([0-9]+) requests in"),
                    text.contains("Non-2xx") ? (long) number(text, "Non-2xx or 3xx responses: ([0-9]+)") : 0);
        }

        private static double milliseconds(String text, String share) {
            Matcher match = match(text, share + " +([0-9.]+)(us|ms|s)");
            double value = Double.parseDouble(match.group(1));
            return switch (match.group(2)) {
                case "us" -> value / 1000;
                case "s" -> value * 1000;
                default -> value;
            };
        }

        private static double number(String text, String pattern) {
            return Double.parseDouble(match(text, pattern).group(1));
        }

        private static Matcher match(String text, String pattern) {
            Matcher match = Pattern.compile(pattern).matcher(text);
            if (!match.find()) {
                throw new IllegalStateException("wrk said: " + text);
            }
            return match;
        }
    }
}

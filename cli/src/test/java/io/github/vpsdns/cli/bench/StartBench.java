// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.peer.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures how long commands take from the start of their process to its end, in turns with an empty JVM and with other programs. */
final class StartBench {
    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private final Installation vpsdns;
    private final int rounds;
    private final Path output = Files.createTempFile("vpsdns-bench-", ".out");
    private final Map<String, ProcessBuilder> commands = new LinkedHashMap<>();
    private final Report report = new Report();

    private StartBench(Path home, int rounds) throws IOException {
        vpsdns = new Installation(home);
        this.rounds = rounds;
    }

    /**
     * Runs.
     *
     * @param arguments the installation of vpsdns, for which {@code vpsdns-prepare} has been run, rounds, and the report's file
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        StartBench bench = new StartBench(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        try (Sandbox sandbox = Sandbox.builder()
                .withoutAcme()
                .withoutDns()
                .zone("bench.example")
                .start()) {
            sandbox.zones().add("bench.example", "www", "A", "192.0.2.1");
            bench.gather(sandbox);
            bench.run();
        }
        bench.report.write(Path.of(arguments[2]));
    }

    private void gather(Sandbox sandbox) {
        List<String> list = List.of("records", "list", "bench.example");
        commands.put(
                "a JVM that does nothing",
                new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), EmptyJvm.class.getName()));
        commands.put("`vpsdns --version`", vpsdns.command(sandbox, List.of("--version")));
        ProcessBuilder plain = vpsdns.command(sandbox, list);
        List<String> words = new ArrayList<>(List.of(java.toString(), "-cp"));
        words.addAll(List.of(vpsdns.home().resolve("lib/vpsdns.jar").toString(), "io.github.vpsdns.cli.Main"));
        words.addAll(list);
        plain.command(words);
        commands.put("`vpsdns records list`, by plain `java`", plain);
        ProcessBuilder unprepared = vpsdns.command(sandbox, list);
        // The launcher leaves the archive alone while one is being made.
        unprepared.environment().put("VPSDNS_PREPARING", "yes");
        commands.put("`vpsdns records list`, without `vpsdns-prepare`", unprepared);
        commands.put("`vpsdns records list`", vpsdns.command(sandbox, list));
        for (String other : List.of("lego", "certbot", "ddclient")) {
            Programs.find(other)
                    .ifPresent(program -> commands.put(
                            "`" + other + " --version`", new ProcessBuilder(program.toString(), "--version")));
        }
    }

    private void run() throws IOException, InterruptedException {
        Map<String, List<OneRun>> runs = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            Report.say("round " + round + (round == 0 ? ", which warms up" : ""));
            for (Map.Entry<String, ProcessBuilder> each : commands.entrySet()) {
                OneRun run = OneRun.of(each.getValue(), output);
                if (round > 0) {
                    runs.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                            .add(run);
                }
            }
        }
        double empty = milliseconds(runs.values().iterator().next());
        report.line("Medians of " + rounds + " rounds, in each of which all take their turn.\n");
        report.line("| process | ms | against the empty JVM | peak RSS, MiB |");
        report.line("|---|---:|---:|---:|");
        runs.forEach((name, all) -> report.row(
                "| %s | %.0f | %.1f | %.0f |",
                name,
                milliseconds(all),
                milliseconds(all) / empty,
                Report.median(all.stream().map(run -> run.peak() / 1024.0).toList())));
    }

    private static double milliseconds(List<OneRun> runs) {
        return Report.median(
                runs.stream().map(run -> run.wall().toNanos() / 1e6).toList());
    }
}

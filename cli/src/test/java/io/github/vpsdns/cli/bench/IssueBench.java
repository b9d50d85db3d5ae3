// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.peer.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures how long a certificate of one, ten and fifty names takes while a name server lags, beside lego, which does the same through the
 * server by its {@code httpreq} provider.
 */
final class IssueBench {
    private static final String ZONE = "bench.example";
    private static final List<Integer> NAMES = List.of(1, 10, 50);
    /** What zone transfers to a secondary take in good cases. */
    private static final Duration LAG = Duration.ofSeconds(2);

    private final Installation vpsdns;
    private final int rounds;
    private final Path work = Files.createTempDirectory("vpsdns-bench-");
    private final Optional<Path> lego = Programs.find("lego");
    private final Report report = new Report();

    private record Run(double seconds, int calls) {}

    private IssueBench(Path home, int rounds) throws IOException {
        vpsdns = new Installation(home);
        this.rounds = rounds;
    }

    /**
     * Runs.
     *
     * @param arguments the installation of vpsdns, rounds, and the report's file
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        IssueBench bench = new IssueBench(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        bench.run();
        bench.report.write(Path.of(arguments[2]));
    }

    private void run() throws IOException, InterruptedException {
        report.line("A new account and a new certificate each time; two name servers, one of which lags by "
                + LAG.toSeconds() + " s. Medians of " + rounds + " rounds.\n");
        report.line("| names | vpsdns, s | its API calls | lego, s | API calls of its bridge | lego, against vpsdns |");
        report.line("|---:|---:|---:|---:|---:|---:|");
        try (Sandbox sandbox = Sandbox.builder().nameServers(2).zone(ZONE).start()) {
            sandbox.dns().server(2).lag(LAG);
            try (Bridge bridge = new Bridge(vpsdns, sandbox, ZONE, work)) {
                for (int names : NAMES) {
                    compare(sandbox, bridge, names);
                }
            }
        }
        if (lego.isEmpty()) {
            report.line("\nlego is not installed here, so there are no figures for it.");
        }
    }

    private void compare(Sandbox sandbox, Bridge bridge, int count) throws IOException, InterruptedException {
        Report.say("certificates of " + count + " names");
        List<String> names = IntStream.range(0, count)
                .mapToObj(number -> "host" + number + "." + ZONE)
                .toList();
        List<Run> ours = new ArrayList<>();
        List<Run> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ours.add(timed(sandbox, ours(sandbox, names)));
            if (lego.isPresent()) {
                theirs.add(timed(sandbox, theirs(sandbox, bridge, lego.get(), names)));
            }
        }
        double own = median(ours, Run::seconds);
        if (theirs.isEmpty()) {
            report.row("| %d | %.1f | %.0f | | | |", count, own, median(ours, Run::calls));
        } else {
            double other = median(theirs, Run::seconds);
            report.row(
                    "| %d | %.1f | %.0f | %.1f | %.0f | %.1f |",
                    count, own, median(ours, Run::calls), other, median(theirs, Run::calls), other / own);
        }
    }

    private ProcessBuilder ours(Sandbox sandbox, List<String> names) throws IOException {
        List<String> words = new ArrayList<>(List.of("acme", "issue", "--agree-tos"));
        words.addAll(List.of("--server", sandbox.acmeDirectory().toString()));
        words.addAll(List.of("--dir", directory("vpsdns").toString()));
        names.forEach(name -> words.addAll(List.of("-d", name)));
        return vpsdns.commandWithDns(sandbox, words);
    }

    private ProcessBuilder theirs(Sandbox sandbox, Bridge bridge, Path program, List<String> names) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(program.toString(), "--accept-tos", "--email", "a@bench.example"));
        command.addAll(List.of("--server", sandbox.acmeDirectory().toString()));
        command.addAll(List.of("--path", directory("lego").toString()));
        // The bridge answers when all name servers show the value.
        command.addAll(List.of("--dns", "httpreq", "--dns.disable-cp"));
        names.forEach(name -> command.addAll(List.of("-d", name)));
        command.add("run");
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = new TreeMap<>();
        environment.put("HTTPREQ_ENDPOINT", bridge.url());
        environment.put("HTTPREQ_USERNAME", Bridge.USER);
        environment.put("HTTPREQ_PASSWORD", Bridge.PASSWORD);
        builder.environment().putAll(environment);
        return builder;
    }

    private Run timed(Sandbox sandbox, ProcessBuilder command) throws IOException, InterruptedException {
        int before = sandbox.calls().all().size();
        Duration wall = OneRun.of(command, work.resolve("output")).wall();
        return new Run(wall.toMillis() / 1000.0, sandbox.calls().all().size() - before);
    }

    private Path directory(String whose) throws IOException {
        return Files.createTempDirectory(work, whose + "-");
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        return Report.median(runs.stream().mapToDouble(figure).boxed().toList());
    }
}

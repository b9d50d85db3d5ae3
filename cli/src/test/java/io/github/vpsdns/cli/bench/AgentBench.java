// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Measures the idle agent, its reaction and its calls, and writes tables in Markdown. */
final class AgentBench {
    private static final int MANY = 1000;
    private static final int CHANGES = 20;
    private static final int CHANGES_OF_MANY = 5;
    private static final Duration SETTLE = Duration.ofSeconds(20);

    /** As many comparisons with the API as there are in an hour at the usual interval of five minutes. */
    private static final int COMPARISONS_AN_HOUR = 12;

    private final Installation vpsdns;
    private final Report report = new Report();

    private AgentBench(Installation vpsdns) {
        this.vpsdns = vpsdns;
    }

    /**
     * Runs.
     *
     * @param arguments the installation of vpsdns, how many minutes to look at idle processes, and the report's file
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        AgentBench bench = new AgentBench(new Installation(Path.of(arguments[0])));
        bench.idle(Duration.ofMinutes(Integer.parseInt(arguments[1])));
        bench.reaction();
        bench.calls();
        bench.report.write(Path.of(arguments[2]));
    }

    private void idle(Duration time) throws IOException, InterruptedException {
        Report.say("idle processes, all at the same time, for " + time.toMinutes() + " minutes");
        Path directory = Files.createTempDirectory("vpsdns-bench-");
        try (Stage one = new Stage(vpsdns, 1);
                Stage many = new Stage(vpsdns, MANY)) {
            Map<String, Process> processes = new LinkedHashMap<>();
            processes.put("JVM that does nothing, same options", Baselines.idleJvm(one.agent()));
            processes.put("agent, 1 name", one.agent());
            processes.put("agent, " + MANY + " names", many.agent());
            Optional<Process> ddclient = Baselines.ddclient(directory);
            ddclient.ifPresent(process -> processes.put("ddclient -foreground, 1 name", process));
            try {
                compare(processes, time);
            } finally {
                processes.values().forEach(Process::destroy);
            }
            if (ddclient.isEmpty()) {
                report.line("ddclient is not installed here, so there is no line for it.");
            }
        }
    }

    private void compare(Map<String, Process> processes, Duration time) throws InterruptedException {
        Thread.sleep(SETTLE.toMillis());
        Map<String, Footprint> before = new LinkedHashMap<>();
        processes.forEach((name, process) -> before.put(name, Footprint.of(process)));
        Thread.sleep(time.toMillis());
        Map<String, Footprint> after = new LinkedHashMap<>();
        processes.forEach((name, process) -> after.put(name, Footprint.of(process)));
        Footprint base = after.values().iterator().next();
        report.line("## Idle\n");
        report.line("Over " + time.toMinutes() + " min, the agent with its usual `watch: 2s` and `interval: 5m`.\n");
        report.line("| process | RSS MiB | PSS MiB | CPU ms a minute | RSS, against the idle JVM |");
        report.line("|---|---:|---:|---:|---:|");
        after.forEach((name, end) -> report.row(
                "| %s | %.1f | %.1f | %.0f | %.2f |",
                name,
                end.rss() / 1024.0,
                end.pss() / 1024.0,
                (end.cpu().toMillis() - before.get(name).cpu().toMillis()) / (double) time.toMinutes(),
                (double) end.rss() / base.rss()));
    }

    private void reaction() throws IOException, InterruptedException {
        report.line("\n## Reaction\n");
        report.line(
                "From the change of a watched file to the answer of the zone's name server, for all names of the agent.\n");
        report.line("| agent | changes | median ms | max ms | calls a change |");
        report.line("|---|---:|---:|---:|---:|");
        reaction("1 name, `watch: 2s`", 1, Duration.ofSeconds(2), CHANGES);
        reaction("1 name, `watch: 100ms`", 1, Duration.ofMillis(100), CHANGES);
        reaction(MANY + " names, `watch: 2s`", MANY, Duration.ofSeconds(2), CHANGES_OF_MANY);
    }

    private void reaction(String name, int names, Duration watch, int changes)
            throws IOException, InterruptedException {
        Report.say("reaction: " + name);
        Random random = new Random(4);
        try (Stage stage = new Stage(vpsdns, names, "watch: " + watch.toMillis() + "ms")) {
            Thread.sleep(SETTLE.toMillis());
            int calls = stage.callsSoFar();
            List<Double> milliseconds = new ArrayList<>();
            for (int i = 0; i < changes; i++) {
                // At any moment between two looks of the agent, as real changes come.
                Thread.sleep(500 + random.nextInt((int) watch.toMillis()));
                long start = System.nanoTime();
                stage.awaitAll(stage.changeAddress(), Duration.ofMinutes(2));
                milliseconds.add((System.nanoTime() - start) / 1e6);
            }
            report.row(
                    "| %s | %d | %.0f | %.0f | %.1f |",
                    name,
                    changes,
                    Report.median(milliseconds),
                    Collections.max(milliseconds),
                    (stage.callsSoFar() - calls) / (double) changes);
        }
    }

    private void calls() throws IOException, InterruptedException {
        Report.say("calls of an idle agent");
        report.line("\n## Calls of an idle agent\n");
        report.line("Counted over " + COMPARISONS_AN_HOUR
                + " comparisons with the API, as many as in an hour at `interval: 5m`.\n");
        report.line("| agent | calls an hour |");
        report.line("|---|---:|");
        calls(1);
        calls(MANY);
    }

    private void calls(int names) throws IOException, InterruptedException {
        Duration interval = Duration.ofSeconds(5);
        try (Stage stage = new Stage(vpsdns, names, "interval: " + interval.toSeconds() + "s")) {
            Thread.sleep(interval.toMillis());
            int before = stage.callsSoFar();
            Thread.sleep(interval.multipliedBy(COMPARISONS_AN_HOUR).toMillis());
            report.line("| " + names + (names == 1 ? " name | " : " names | ") + (stage.callsSoFar() - before) + " |");
        }
    }
}

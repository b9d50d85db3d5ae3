// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.control.ListShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures what it takes to list small and big accounts and zones: time, memory and calls. */
final class ZonesBench {
    private static final String ZONE = "bench.example";
    private static final int PAGE = 100;

    private final Installation vpsdns;
    private final int rounds;
    private final Path output = Files.createTempFile("vpsdns-bench-", ".out");
    private final Report report = new Report();

    private ZonesBench(Path home, int rounds) throws IOException {
        vpsdns = new Installation(home);
        this.rounds = rounds;
    }

    /**
     * Runs.
     *
     * @param arguments the installation of vpsdns, rounds, and the report's file
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ZonesBench bench = new ZonesBench(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        bench.run();
        bench.report.write(Path.of(arguments[2]));
    }

    private void run() throws IOException, InterruptedException {
        report.line("Pages of " + PAGE + " entries. Medians of " + rounds + " rounds.\n");
        report.line("| command | there are | s | peak RSS, MiB | calls |");
        report.line("|---|---|---:|---:|---:|");
        for (int zones : List.of(100, 10_000)) {
            Report.say(zones + " zones");
            try (Sandbox sandbox = sandbox()) {
                for (int number = 1; number < zones; number++) {
                    sandbox.zones().create("zone" + number + ".example");
                }
                measure(sandbox, zones + " zones", List.of("zones", "list"));
                measure(sandbox, zones + " zones", List.of("zones", "list", "--json"));
            }
        }
        for (int records : List.of(1_000, 100_000)) {
            Report.say(records + " records");
            try (Sandbox sandbox = sandbox()) {
                Map<String, String> addresses = new LinkedHashMap<>();
                for (int number = 0; number < records; number++) {
                    addresses.put("host" + number, "192.0.2." + (1 + number % 254));
                }
                sandbox.zones().addAll(ZONE, "A", addresses);
                measure(sandbox, records + " records", List.of("records", "list", ZONE));
                measure(sandbox, records + " records", List.of("zones", "export", ZONE));
                measure(sandbox, records + " records", List.of("records", "set", "host0." + ZONE, "A", "192.0.2.1"));
            }
        }
    }

    private static Sandbox sandbox() {
        return Sandbox.builder()
                .withoutAcme()
                .withoutDns()
                .listShape(ListShape.PAGES)
                .pageSize(PAGE)
                .zone(ZONE)
                .start();
    }

    private void measure(Sandbox sandbox, String there, List<String> words) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        List<Double> mebibytes = new ArrayList<>();
        int before = sandbox.calls().all().size();
        for (int round = 0; round < rounds; round++) {
            OneRun run = OneRun.of(vpsdns.command(sandbox, words), output);
            seconds.add(run.wall().toMillis() / 1000.0);
            mebibytes.add(run.peak() / 1024.0);
        }
        report.row(
                "| `vpsdns %s` | %s | %.1f | %.0f | %d |",
                String.join(" ", words),
                there,
                Report.median(seconds),
                Report.median(mebibytes),
                (sandbox.calls().all().size() - before) / rounds);
    }
}

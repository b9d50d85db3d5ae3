// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.bench;

import io.github.vpsdns.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** An agent, as it is delivered, beside a sandbox with one zone; its names follow a file. */
final class Stage implements AutoCloseable {
    private static final String ZONE = "bench.example";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Sandbox sandbox = Sandbox.builder().withoutAcme().zone(ZONE).start();
    private final Path directory;
    private final int names;
    private final SimpleResolver resolver;
    private final Process agent;
    private int addresses;

    /**
     * Starts the agent and waits until all of its names are right.
     *
     * @param settings further lines of its configuration
     */
    Stage(Installation vpsdns, int names, String... settings) throws IOException, InterruptedException {
        this.names = names;
        directory = Files.createTempDirectory("vpsdns-bench-");
        InetSocketAddress server = sandbox.nameServers().get(0);
        resolver = new SimpleResolver(server);
        resolver.setTimeout(Duration.ofSeconds(1));
        String address = changeAddress();
        agent = start(vpsdns, server, settings);
        boolean ready = false;
        try {
            awaitAll(address, START_LIMIT);
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    private Process start(Installation vpsdns, InetSocketAddress server, String... settings) throws IOException {
        String records = IntStream.range(0, names)
                .mapToObj(i -> "  - name: " + name(i) + "\n")
                .collect(Collectors.joining());
        Path configuration = directory.resolve("ddns.yaml");
        Files.writeString(
                configuration,
                "dns: { nameservers: [\"" + server.getAddress().getHostAddress() + ":" + server.getPort() + "\"] }\n"
                        + "state: " + directory.resolve("state.json") + "\n"
                        + "addresses: { ipv4: { sources: [\"file:" + file() + "\"] } }\n"
                        + String.join("\n", settings) + "\nrecords:\n" + records);
        return vpsdns.command(sandbox, List.of("ddns", "run", "--config", configuration.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    Process agent() {
        return agent;
    }

    /** Gives this host another address, in one step, and returns it. */
    String changeAddress() throws IOException {
        addresses++;
        String address = "203.0.113." + (1 + addresses % 250);
        Path next = directory.resolve("next");
        Files.writeString(next, address + "\n");
        Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return address;
    }

    /** Waits until the name server gives the address for every name. */
    void awaitAll(String address, Duration limit) throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (int i = 0; i < names; i++) {
            while (!isAnswered(name(i), address)) {
                if (!agent.isAlive() || System.nanoTime() > end) {
                    throw new IOException(
                            name(i) + " did not become " + address + "; the agent said:\n" + Files.readString(log()));
                }
                // Short enough to tell milliseconds, long enough to leave the processors to the agent.
                Thread.sleep(2);
            }
        }
    }

    int callsSoFar() {
        return sandbox.calls().all().size();
    }

    private boolean isAnswered(String name, String address) throws IOException {
        Message answer = resolver.send(Message.newQuery(Record.newRecord(absolute(name), Type.A, DClass.IN)));
        return answer.getSection(Section.ANSWER).stream()
                .map(Record::rdataToString)
                .toList()
                .equals(List.of(address));
    }

    private static Name absolute(String name) {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(int number) {
        return "host" + number + "." + ZONE;
    }

    private Path file() {
        return directory.resolve("address");
    }

    private Path log() {
        return directory.resolve("log");
    }

    @Override
    public void close() {
        agent.destroy();
        try {
            agent.waitFor();
        } catch (InterruptedException e) {
            agent.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        sandbox.close();
    }
}

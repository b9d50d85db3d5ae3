// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.agent;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.RetryPolicy;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.dns.AuthoritativeDns;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.file.Disk;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.ddns.lane.Lane;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.ddns.report.AgentEvent;
import io.github.vpsdns.ddns.settings.AddressRule;
import io.github.vpsdns.ddns.settings.AgentSettings;
import io.github.vpsdns.ddns.settings.DriftPolicy;
import io.github.vpsdns.ddns.settings.RecordRule;
import io.github.vpsdns.ddns.source.SourceSpec;
import io.github.vpsdns.ddns.work.Parts;
import io.github.vpsdns.ddns.work.Teller;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An agent's loop between a host whose addresses a test decides and a sandbox, at a time that passes when a test says so. What it
 * begins is done at once, so that everything happens in the test's thread.
 */
final class AgentWorld implements AutoCloseable {
    static final String ZONE = "example.com";
    static final SourceSpec LOCAL = SourceSpec.of("interface:eth0");
    static final SourceSpec REMOTE = SourceSpec.of("dns:cloudflare");
    static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final RetryPolicy QUICK =
            new RetryPolicy(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(1));

    final SkewedTime time = new SkewedTime();
    final FakeReadings host = new FakeReadings();
    final Sandbox sandbox;
    final List<AgentEvent> events = Collections.synchronizedList(new ArrayList<>());
    final List<String> verified = new ArrayList<>();
    Mailbox mailbox = new Mailbox();
    InlineWorkers workers = new InlineWorkers(mailbox);
    AgentLoop loop;

    private Path file;
    private final FakeAccess access = new FakeAccess();
    private Disk disk = Disk.local();
    private AgentSettings settings;
    private boolean dryRun;
    private int lives;
    private int deadlyCall;
    private boolean after;
    private @Nullable MemoryFile memory;

    AgentWorld(Path directory, AgentSettings settings, String... zones) {
        this.file = directory.resolve("ddns.json");
        this.settings = settings;
        this.sandbox = Sandbox.builder()
                .zone(zones.length == 0 ? new String[] {ZONE} : zones)
                .withoutAcme()
                .withoutDns()
                .start();
        access.use(sandbox.token());
    }

    /** Settings for names that follow the addresses of this machine. */
    static AgentSettings local(Family family, String... names) {
        return settings(Map.of(family, AddressRule.of(LOCAL)), names);
    }

    static AgentSettings remote(Family family, String... names) {
        return settings(Map.of(family, AddressRule.of(REMOTE)), names);
    }

    static AgentSettings both(String... names) {
        Map<Family, AddressRule> rules = new EnumMap<>(Family.class);
        rules.put(Family.IPV4, AddressRule.of(LOCAL));
        rules.put(Family.IPV6, AddressRule.of(LOCAL));
        return settings(rules, names);
    }

    static AgentSettings settings(Map<Family, AddressRule> rules, String... names) {
        return AgentSettings.of(Arrays.stream(names)
                .map(name -> new RecordRule(DomainName.of(name), rules, null, RecordRule.PREFIX_LENGTH, Ttl.of(60)))
                .toList());
    }

    static AgentSettings with(DriftPolicy drift, AgentSettings before) {
        return new AgentSettings(
                before.interval(), before.watch(), before.records(), drift, false, true, before.parallelCalls());
    }

    /** The same, looking at this machine no oftener than a test needs that lets hours pass. */
    static AgentSettings seldom(AgentSettings before) {
        return new AgentSettings(
                before.interval(), Duration.ofMinutes(1), before.records(), before.drift(), false, true, 8);
    }

    AgentWorld dryRun() {
        dryRun = true;
        return this;
    }

    AgentWorld on(Disk other) {
        disk = other;
        return this;
    }

    /** Lets the lives to come end at the n-th piece of work, counted from 1; 0 for never. */
    AgentWorld dieAt(int call, boolean whenDone) {
        deadlyCall = call;
        after = whenDone;
        return this;
    }

    AgentWorld goBy(AgentSettings other) {
        settings = other;
        return this;
    }

    /** Begins a life of the agent, with what the last one has left on disk. */
    AgentWorld start() {
        mailbox = new Mailbox();
        workers = new InlineWorkers(mailbox);
        workers.dieAt(deadlyCall, after);
        memory = MemoryFile.open(file, disk, time);
        loop = new AgentLoop(
                mailbox,
                workers,
                new Parts(time, new Teller(events::add), new Random(7)),
                host,
                access,
                book -> new FakeVerification(),
                memory,
                settings,
                dryRun);
        loop.begin();
        settle();
        return this;
    }

    /** Ends a life in order. */
    void stop() {
        loop.breakOff();
        loop.end();
        memory.close();
    }

    /**
     * Ends a life as {@code kill -9} does. The next one finds a copy of the files: what a killed process held is free, and in this process
     * it is not.
     */
    void kill() {
        Path copy = file.resolveSibling("life" + ++lives).resolve("ddns.json");
        try {
            Files.createDirectories(copy.getParent());
            if (Files.exists(file)) {
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file = copy;
        memory = null;
    }

    void restart() {
        stop();
        start();
    }

    /** Does all that can be done without time. */
    void settle() {
        Duration rest = loop.step();
        while (rest.isZero()) {
            rest = loop.step();
        }
    }

    /** Lets time pass, and the loop do what it does meanwhile. */
    void pass(Duration time) {
        long end = this.time.nanoTime() + time.toNanos();
        settle();
        while (end - this.time.nanoTime() > 0) {
            Duration rest = loop.step();
            long left = end - this.time.nanoTime();
            this.time.advance(Duration.ofNanos(Math.max(0, Math.min(rest.toNanos(), left))));
        }
        settle();
    }

    /** Lets time pass until it is so, at most that long. */
    void passUntil(BooleanSupplier so, Duration limit) {
        long end = time.nanoTime() + limit.toNanos();
        settle();
        while (!so.getAsBoolean() && end - time.nanoTime() > 0) {
            pass(Duration.ofMinutes(1));
        }
    }

    void token(String token) {
        access.offer(token);
    }

    List<String> calls() {
        return sandbox.calls().all().stream()
                .map(call -> call.method() + " " + call.path().replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "*"))
                .toList();
    }

    int callCount() {
        return sandbox.calls().all().size();
    }

    void forgetCalls() {
        sandbox.calls().clear();
    }

    /** The values of a name's records, in order of creation. */
    List<String> values(String name, String type) {
        String zone = name.endsWith(".example.net") ? "example.net" : ZONE;
        String relative = name.equals(zone) ? "@" : name.substring(0, name.length() - zone.length() - 1);
        return sandbox.zones().records(zone).stream()
                .filter(record -> record.type().equals(type))
                .filter(record ->
                        record.name().equals(relative) || record.name().equals(name))
                .map(SandboxRecord::value)
                .toList();
    }

    /** Does what somebody at the dashboard does: replaces all records of that name and type. */
    void edit(String name, String type, String... values) {
        sandbox.zones().records(ZONE).stream()
                .filter(record -> record.type().equals(type) && record.name().equals(name))
                .forEach(record -> sandbox.zones().remove(ZONE, record.uuid()));
        Arrays.stream(values).forEach(value -> sandbox.zones().add(ZONE, name, type, value));
    }

    Lane lane(String name, Family family) {
        return loop.book().all().stream()
                .filter(lane ->
                        lane.key().name().toString().equals(name) && lane.key().family() == family)
                .findFirst()
                .orElseThrow();
    }

    <E extends AgentEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    AuthoritativeDns noDns() {
        return AuthoritativeDns.builder().build();
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        access.close();
        if (memory != null) {
            memory.close();
        }
        sandbox.close();
    }

    private final class FakeVerification implements Verification {
        @Override
        public void verify(Lane lane) {
            verified.add(lane.key() + " " + lane.published());
        }

        @Override
        public void follow(AuthoritativeDns dns) {}

        @Override
        public boolean isBusy() {
            return false;
        }

        @Override
        public void close() {}
    }

    /** Tokens that a test replaces. */
    private final class FakeAccess implements ApiAccess, AutoCloseable {
        private final List<VpsDnsClient> clients = new ArrayList<>();
        private RecordEditor editor;
        private String offered;

        void use(String token) {
            VpsDnsClient client = VpsDnsClient.builder()
                    .apiUrl(URI.create(sandbox.apiUrl().toString()))
                    .token(ApiToken.of(token))
                    .retry(QUICK)
                    .timekeeper(time)
                    .random(new Random(11))
                    .build();
            clients.add(client);
            editor = new RecordEditor(client);
        }

        void offer(String token) {
            offered = token;
        }

        @Override
        public RecordEditor editor() {
            return editor;
        }

        @Override
        public boolean renew() {
            boolean other = offered != null;
            if (other) {
                use(offered);
                offered = null;
            }
            return other;
        }

        @Override
        public void close() {
            clients.forEach(VpsDnsClient::close);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.core.api.ApiToken;
import io.github.vpsdns.core.api.RetryPolicy;
import io.github.vpsdns.core.api.VpsDnsClient;
import io.github.vpsdns.core.edit.RecordEditor;
import io.github.vpsdns.core.loop.Mailbox;
import io.github.vpsdns.core.name.DomainName;
import io.github.vpsdns.core.pace.ApiAccess;
import io.github.vpsdns.core.record.Ttl;
import io.github.vpsdns.core.testing.ManualTime;
import io.github.vpsdns.sandbox.Sandbox;
import io.github.vpsdns.sandbox.state.SandboxRecord;
import io.github.vpsdns.webhook.report.WebhookEvent;
import io.github.vpsdns.webhook.settings.DriftPolicy;
import io.github.vpsdns.webhook.settings.Limits;
import io.github.vpsdns.webhook.settings.UpdateSettings;
import io.github.vpsdns.webhook.store.HostKey;
import io.github.vpsdns.webhook.store.MemoryStore;
import io.github.vpsdns.webhook.update.state.Board;
import io.github.vpsdns.webhook.update.work.Parts;
import io.github.vpsdns.webhook.update.work.Teller;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * An updater's loop over a sandbox and a store in memory, at a time that passes when a test says so. What it begins is done at once, so
 * that everything happens in the test's thread.
 */
final class UpdateWorld implements AutoCloseable {
    static final String ZONE = "example.com";
    static final String HOME = "home.example.com";
    static final InetAddress CLIENT = Family.IPV4.parse("198.51.100.7");

    private static final RetryPolicy QUICK =
            new RetryPolicy(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(1));

    final ManualTime time;
    final Sandbox sandbox;
    final MemoryStore store;
    final List<WebhookEvent> events = new ArrayList<>();
    final FakeAccess access;
    final RecordingHosts hosts;
    Board board = new Board();
    InlineWorkers callers;
    InlineWorkers clerks;
    UpdateLoop loop;
    UpdateSettings settings = UpdateSettings.DEFAULT;
    Limits limits = Limits.DEFAULT;

    private final boolean owner;
    private int deadlyCall;
    private int deadlyEntry;
    private boolean whenDone;

    UpdateWorld(String... zones) {
        this(new ManualTime(), sandbox(zones), null);
    }

    private UpdateWorld(ManualTime time, Sandbox sandbox, @Nullable MemoryStore store) {
        this.time = time;
        this.sandbox = sandbox;
        this.owner = store == null;
        this.store = store == null ? new MemoryStore(time) : store;
        this.hosts = new RecordingHosts(this.store.hosts());
        this.access = new FakeAccess(sandbox, time);
    }

    private static Sandbox sandbox(String... zones) {
        return Sandbox.builder()
                .zone(zones.length == 0 ? new String[] {ZONE} : zones)
                .withoutAcme()
                .withoutDns()
                .start();
    }

    /** Another server over the same book and API. */
    UpdateWorld another() {
        return new UpdateWorld(time, sandbox, store.shared());
    }

    UpdateWorld drift(DriftPolicy policy) {
        settings = new UpdateSettings(
                Ttl.of(60), settings.patience(), settings.recheck(), policy, settings.parallel(), settings.dryRun());
        return this;
    }

    UpdateWorld dryRun() {
        settings = new UpdateSettings(
                Ttl.of(60), settings.patience(), settings.recheck(), settings.drift(), settings.parallel(), true);
        return this;
    }

    UpdateWorld nameChanges(int most) {
        limits = new Limits(10, 100, Duration.ofMinutes(15), 60, most);
        return this;
    }

    /** Lets the lives to come end at the n-th call of the API, or piece of work on the book; 0 for never. */
    UpdateWorld dieAt(int call, int entry, boolean afterwards) {
        deadlyCall = call;
        deadlyEntry = entry;
        whenDone = afterwards;
        return this;
    }

    /** Begins a life with what the last one has left in the store. */
    UpdateWorld start() {
        Mailbox mailbox = new Mailbox();
        board = new Board();
        callers = new InlineWorkers(mailbox);
        clerks = new InlineWorkers(mailbox);
        callers.dieAt(deadlyCall, whenDone);
        clerks.dieAt(deadlyEntry, whenDone);
        loop = new UpdateLoop(
                mailbox,
                callers,
                clerks,
                new Parts(time, new Teller(events::add), new Random(7)),
                board,
                access,
                hosts,
                settings,
                limits);
        settle();
        return this;
    }

    /** Does all that can be done without time. */
    void settle() {
        Duration rest = loop.step();
        for (int i = 0; rest.isZero(); i++) {
            if (i > 10_000) {
                throw new AssertionError("the loop never rests");
            }
            rest = loop.step();
        }
    }

    /** Lets time pass, and the loop do what it does meanwhile. */
    void pass(Duration span) {
        long end = time.nanoTime() + span.toNanos();
        settle();
        while (end - time.nanoTime() > 0) {
            Duration rest = loop.step();
            long left = end - time.nanoTime();
            time.advance(Duration.ofNanos(Math.max(0, Math.min(rest.toNanos(), left))));
        }
        settle();
    }

    /** Sends an order without letting the loop do anything but take it. */
    Reply send(boolean test, HostUpdate... hosts) {
        Reply reply = new Reply();
        UpdateOrder order = new UpdateOrder(List.of(hosts), "router", CLIENT, test);
        long deadline = time.nanoTime() + settings.patience().toNanos();
        List<HostKey> keys = Arrays.stream(hosts)
                .flatMap(host -> Arrays.stream(Family.values()).map(family -> new HostKey(host.host(), family)))
                .toList();
        keys.forEach(board::sent);
        loop.take(
                new Order(order, deadline, outcomes -> {
                    confirm(order, outcomes);
                    reply.outcomes = outcomes;
                }),
                keys);
        return reply;
    }

    /** Whatever a test is about: what a client is told to be changed is in the API at that moment. */
    private void confirm(UpdateOrder order, List<HostOutcome> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (!order.test() && !settings.dryRun() && outcomes.get(i) instanceof HostOutcome.Changed changed) {
                String host = order.hosts().get(i).host().toString();
                List<String> there = new ArrayList<>();
                if (!(order.hosts().get(i).ipv4() instanceof FamilyWish.Keep)) {
                    there.addAll(values(host, "A"));
                }
                if (!(order.hosts().get(i).ipv6() instanceof FamilyWish.Keep)) {
                    there.addAll(values(host, "AAAA"));
                }
                if (!there.equals(changed.addresses().stream().map(Family::text).toList())) {
                    throw new AssertionError(host + " was told to be " + changed + " and is " + there);
                }
            }
        }
    }

    /** Sends an order, and lets the loop do what it can without time. */
    Reply order(HostUpdate... hosts) {
        Reply reply = send(false, hosts);
        settle();
        return reply;
    }

    /** Wants an address, or none for an empty text. */
    Reply set(String host, String address) {
        return order(point(host, address));
    }

    static HostUpdate point(String host, String address) {
        DomainName name = DomainName.of(host);
        if (address.isEmpty()) {
            return new HostUpdate(name, new FamilyWish.Remove(), new FamilyWish.Keep());
        }
        return address.contains(":")
                ? new HostUpdate(name, new FamilyWish.Keep(), new FamilyWish.Point(Family.IPV6.parse(address)))
                : new HostUpdate(name, new FamilyWish.Point(Family.IPV4.parse(address)), new FamilyWish.Keep());
    }

    /** What one client was told. */
    static final class Reply {
        @Nullable
        List<HostOutcome> outcomes;

        boolean isThere() {
            return outcomes != null;
        }

        HostOutcome one() {
            return outcomes.get(0);
        }
    }

    static HostOutcome changed(String... addresses) {
        return new HostOutcome.Changed(addresses(addresses));
    }

    static HostOutcome unchanged(String... addresses) {
        return new HostOutcome.Unchanged(addresses(addresses));
    }

    static HostOutcome later(boolean accepted) {
        return new HostOutcome.Later(accepted);
    }

    static List<InetAddress> addresses(String... texts) {
        return Arrays.stream(texts)
                .map(text -> (text.contains(":") ? Family.IPV6 : Family.IPV4).parse(text))
                .toList();
    }

    List<String> calls() {
        return sandbox.calls().all().stream()
                .map(call -> call.method() + " " + call.path().replaceAll("[0-9a-f]{8}-[0-9a-f-]+", "*"))
                .toList();
    }

    List<String> writes() {
        return calls().stream().filter(call -> !call.startsWith("GET")).toList();
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

    List<String> home() {
        return values(HOME, "A");
    }

    /** Does what somebody at the dashboard does: replaces all records of that name and type. */
    void edit(String name, String type, String... values) {
        sandbox.zones().records(ZONE).stream()
                .filter(record -> record.type().equals(type) && record.name().equals(name))
                .forEach(record -> sandbox.zones().remove(ZONE, record.uuid()));
        Arrays.stream(values).forEach(value -> sandbox.zones().add(ZONE, name, type, value));
    }

    <E extends WebhookEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() {
        access.close();
        if (owner) {
            sandbox.close();
        }
    }

    /** Tokens that a test replaces. */
    static final class FakeAccess implements ApiAccess, AutoCloseable {
        private final Sandbox sandbox;
        private final ManualTime time;
        private final List<VpsDnsClient> clients = new ArrayList<>();
        private RecordEditor editor;
        private @Nullable String offered;

        FakeAccess(Sandbox sandbox, ManualTime time) {
            this.sandbox = sandbox;
            this.time = time;
            use(sandbox.token());
        }

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
            String token = offered;
            offered = null;
            if (token != null) {
                use(token);
            }
            return token != null;
        }

        @Override
        public void close() {
            clients.forEach(VpsDnsClient::close);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.webhook.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.sandbox.control.Fault;
import io.github.vpsdns.webhook.store.HostRow;
import io.github.vpsdns.webhook.store.Wish;
import io.github.vpsdns.webhook.update.UpdateWorld.Reply;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens in whatever order, with faults of the API and the store and processes that are killed: in the end each name says what
 * the last noted wish wants, which is none older than any that a client was told of.
 */
class RandomScheduleTest {
    private static final List<String> NAMES = List.of("a.example.com", "b.example.com");
    private static final int STEPS = 150;

    /** What was wanted of a name, in the order of the requests; every address is another one. */
    private record Sent(String name, List<InetAddress> addresses, Reply reply) {}

    private final List<Sent> sent = new ArrayList<>();
    private int addresses;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void ofOneServer(long seed) {
        Random random = new Random(seed);
        try (UpdateWorld world = new UpdateWorld().nameChanges(10_000).start()) {
            for (int step = 0; step < STEPS; step++) {
                act(world, random, random.nextInt(100), List.of(world));
            }
            heal(List.of(world));
            check(List.of(world));
        }
    }

    @ParameterizedTest
    @CsvSource({"101", "102", "103", "104", "105", "106", "107", "108", "109", "110", "111", "112"})
    void ofTwoServers(long seed) {
        Random random = new Random(seed);
        UpdateWorld one = new UpdateWorld().nameChanges(10_000);
        try (one;
                UpdateWorld other = one.another().nameChanges(10_000)) {
            List<UpdateWorld> both = List.of(one.start(), other.start());
            for (int step = 0; step < STEPS; step++) {
                act(both.get(random.nextInt(2)), random, random.nextInt(100), both);
            }
            heal(both);
            check(both);
        }
    }

    private void act(UpdateWorld world, Random random, int what, List<UpdateWorld> all) {
        try {
            if (what < 35) {
                send(world, NAMES.get(random.nextInt(NAMES.size())));
            } else if (what < 45) {
                world.callers.hold();
            } else if (what < 60) {
                releaseOne(world.callers, random);
            } else if (what < 65) {
                world.callers.release();
            } else if (what < 70) {
                world.clerks.hold();
            } else if (what < 78) {
                world.clerks.release();
            } else if (what < 84) {
                world.sandbox.faults().add(fault(random));
            } else if (what < 88) {
                world.store.failing(random.nextBoolean());
            } else if (what < 91) {
                // Killed: whatever was under way is never heard of again.
                world.start();
            }
            world.settle();
            if (what >= 91) {
                pass(all, Duration.ofSeconds(1 + random.nextInt(30)));
            }
        } catch (InlineWorkers.Killed e) {
            throw new AssertionError(e);
        }
    }

    private void send(UpdateWorld world, String name) {
        String address = "203.0." + addresses / 250 + "." + addresses % 250;
        addresses++;
        Reply reply = world.send(false, UpdateWorld.point(name, address));
        sent.add(new Sent(name, List.of(Family.IPV4.parse(address)), reply));
    }

    private static void releaseOne(InlineWorkers workers, Random random) {
        if (workers.held() > 0) {
            workers.release(random.nextInt(workers.held()));
        }
    }

    private static Fault fault(Random random) {
        Fault kind = switch (random.nextInt(5)) {
            case 0 -> Fault.drop().beforeCommit();
            case 1 -> Fault.drop().afterCommit();
            case 2 -> Fault.status(500).afterCommit();
            case 3 -> Fault.status(429, Duration.ofSeconds(20));
            default -> Fault.status(503).beforeCommit();
        };
        return kind.times(1 + random.nextInt(6));
    }

    private static void pass(List<UpdateWorld> worlds, Duration span) {
        for (long second = 0; second < span.toSeconds(); second++) {
            worlds.forEach(UpdateWorld::settle);
            worlds.get(0).time.advance(Duration.ofSeconds(1));
        }
        worlds.forEach(UpdateWorld::settle);
    }

    private static void heal(List<UpdateWorld> worlds) {
        worlds.get(0).sandbox.faults().clear();
        for (UpdateWorld world : worlds) {
            world.store.failing(false);
            world.clerks.release();
            world.callers.release();
        }
        pass(worlds, Duration.ofMinutes(130));
    }

    private void check(List<UpdateWorld> worlds) {
        List<Wish> noted =
                worlds.stream().flatMap(world -> world.hosts.accepted.stream()).toList();
        for (String name : NAMES) {
            HostRow row = worlds.get(0).store.hosts().rows().stream()
                    .filter(one -> one.key().host().toString().equals(name))
                    .findFirst()
                    .orElse(null);
            List<Sent> told = sent.stream()
                    .filter(one -> one.name().equals(name) && isPromise(one.reply()))
                    .toList();
            if (row == null) {
                assertThat(told).isEmpty();
                continue;
            }
            List<String> there = worlds.get(0).values(name, "A");
            assertThat(row.open()).isNull();
            List<InetAddress> done = row.done() == null ? List.of() : row.done().addresses();
            assertThat(there).isEqualTo(done.stream().map(Family::text).toList());
            long last = row.done() == null ? 0 : row.done().sequence();
            for (Sent one : told) {
                assertThat(noted)
                        .filteredOn(wish -> wish.addresses().equals(one.addresses()))
                        .singleElement()
                        .satisfies(wish -> assertThat(wish.sequence()).isLessThanOrEqualTo(last));
            }
        }
    }

    private static boolean isPromise(Reply reply) {
        return reply.isThere()
                && (reply.one() instanceof HostOutcome.Changed
                        || (reply.one() instanceof HostOutcome.Later later && later.accepted()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.core.CancelledException;
import io.github.vpsdns.core.address.Family;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceException;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Sources that say what a test wants, and a list of who was read. Thread-safe. */
final class FakeSources implements Function<SourceSpec, AddressSource> {
    /** What a source does when it is read. */
    interface Script {
        List<InetAddress> read(Family family, Duration limit) throws InterruptedException;
    }

    /** One reading of a source. */
    record Read(SourceSpec source, Family family, Duration limit, String thread) {}

    private final Map<SourceSpec, Script> scripts = new ConcurrentHashMap<>();
    private final List<Read> reads = Collections.synchronizedList(new ArrayList<>());

    FakeSources says(SourceSpec source, String... addresses) {
        return does(source, (family, limit) -> addresses(addresses));
    }

    FakeSources fails(SourceSpec source, String message) {
        return fails(source, new SourceException(message, null));
    }

    FakeSources fails(SourceSpec source, RuntimeException failure) {
        return does(source, (family, limit) -> {
            throw failure;
        });
    }

    /** Lets a source wait until it is interrupted; the latch tells when that has happened. */
    CountDownLatch hangs(SourceSpec source) {
        CountDownLatch interrupted = new CountDownLatch(1);
        does(source, (family, limit) -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return List.of();
        });
        return interrupted;
    }

    FakeSources does(SourceSpec source, Script script) {
        scripts.put(source, script);
        return this;
    }

    /** Returns who was read since the last call. */
    List<SourceSpec> reads() {
        synchronized (reads) {
            List<SourceSpec> since = reads.stream().map(Read::source).toList();
            reads.clear();
            return since;
        }
    }

    List<Read> readings() {
        synchronized (reads) {
            return List.copyOf(reads);
        }
    }

    static List<InetAddress> addresses(String... texts) {
        return Arrays.stream(texts)
                .map(text -> (text.contains(":") ? Family.IPV6 : Family.IPV4).parse(text))
                .toList();
    }

    @Override
    public AddressSource apply(SourceSpec spec) {
        return new AddressSource() {
            @Override
            public SourceSpec spec() {
                return spec;
            }

            @Override
            public List<InetAddress> read(Family family, Duration limit) {
                reads.add(new Read(spec, family, limit, Thread.currentThread().getName()));
                try {
                    return scripts.get(spec).read(family, limit);
                } catch (InterruptedException e) {
                    throw CancelledException.interrupted("reading " + spec, e);
                }
            }
        };
    }
}

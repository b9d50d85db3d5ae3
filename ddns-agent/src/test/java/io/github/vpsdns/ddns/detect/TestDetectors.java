// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.ddns.detect;

import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.source.AddressSource;
import io.github.vpsdns.ddns.source.SourceSpec;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Detectors that do the same at each run. */
public final class TestDetectors {
    /** Limits that a busy machine does not meet by accident. */
    private static final Detector.Limits PATIENT =
            new Detector.Limits(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(15));

    private TestDetectors() {}

    /** Reads all sources in the calling thread, one after the other: for simulations. Sources must not wait. */
    public static Detector direct(Function<SourceSpec, AddressSource> sources, Timekeeper time, Supplier<?> network) {
        return new Detector(sources, time, network, PATIENT, (name, reading) -> {
            reading.run();
            return () -> {};
        });
    }

    /** Reads in threads, and never asks one more source only because the machine is busy. */
    static Detector patient(Function<SourceSpec, AddressSource> sources, Timekeeper time) {
        return limited(sources, time, PATIENT);
    }

    /** Reads in threads within other limits than usual. */
    static Detector limited(Function<SourceSpec, AddressSource> sources, Timekeeper time, Detector.Limits limits) {
        return new Detector(sources, time, List::of, limits, Readings.Starter.threads());
    }
}

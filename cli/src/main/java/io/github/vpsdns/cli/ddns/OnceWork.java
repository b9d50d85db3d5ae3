// SPDX-License-Identifier: Apache-2.0
package io.github.vpsdns.cli.ddns;

import io.github.vpsdns.cli.api.Access;
import io.github.vpsdns.cli.api.CallCounter;
import io.github.vpsdns.cli.base.Frame;
import io.github.vpsdns.core.time.Timekeeper;
import io.github.vpsdns.ddns.agent.OnePass;
import io.github.vpsdns.ddns.detect.Detector;
import io.github.vpsdns.ddns.detect.Sources;
import io.github.vpsdns.ddns.memory.MemoryFile;
import io.github.vpsdns.ddns.report.PassReport;
import java.time.Duration;

/** What {@code vpsdns ddns once} does. */
final class OnceWork {
    /** So long a timer's run may wait for the name servers; what is not to be seen by then is told and no failure. */
    private static final Duration VERIFY_LIMIT = Duration.ofSeconds(30);

    /** Of one operation with all retries; the next run may be far off. */
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);

    private final Frame frame;
    private final DdnsOnce line;

    OnceWork(Frame frame, DdnsOnce line) {
        this.frame = frame;
        this.line = line;
    }

    int run() {
        Setting setting = Setting.read(frame, line.config.require(), line.spec, line.api, line.dns);
        Timekeeper time = frame.host().time();
        CallCounter calls = new CallCounter();
        try (Access access = new Access(frame, setting.api(), CALL_LIMIT, calls);
                MemoryFile memory = setting.memory()) {
            PassReport report = OnePass.run(
                    setting.configuration().agent(),
                    access,
                    setting.nameServers(),
                    memory,
                    new Detector(Sources.system(), time),
                    time,
                    new OnePass.Options(line.dryRun, line.force, line.withdraw, VERIFY_LIMIT));
            PassView view = PassView.of(report, setting.configuration().agent().drift(), calls);
            PassTable.print(frame, view);
            return view.exitStatus();
        }
    }
}
